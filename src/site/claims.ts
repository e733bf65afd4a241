/** Assertions in the text of a test, as written: one in a loop or a table counts once. */
export const countAssertions = (text: string): number =>
  text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').match(/\bexpect(?!\.)\w*\(/g)?.length ?? 0;
