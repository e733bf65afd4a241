/** What changed between two texts of an entry: fields of its front matter, parts of its text, and how many lines. */

const fieldNames: Readonly<Record<string, string>> = {
  summary: 'definition',
  aliases: 'other names',
  reviewed: 'date of review',
  prerequisites: 'what to read first',
  broader: 'what it is a kind of',
  related: 'related entries',
  contrast: 'what to compare it with',
  shownIn: 'where it is seen running',
};

/** "date of review, History (+3 −1 lines)"; for the first text "first version (41 lines)". */
export function describeChange(before: string | undefined, after: string): string {
  const lines = linesOf(after);
  if (before === undefined) return `first version (${lines.length} ${lines.length === 1 ? 'line' : 'lines'})`;
  const [old, now] = [partsOf(before), partsOf(after)];
  const names = [...new Set([...now.keys(), ...old.keys()])];
  const parts = names.flatMap((name) => {
    if (old.get(name) === now.get(name)) return [];
    if (!old.has(name)) return [`${name} added`];
    return now.has(name) ? [name] : [`${name} taken out`];
  });
  const { added, removed } = countLines(linesOf(before), lines);
  return `${parts.join(', ') || 'order of the parts'} (+${added} −${removed} lines)`;
}

const linesOf = (text: string): string[] => text.replaceAll('\r\n', '\n').trimEnd().split('\n');

/** Fields and parts by the names that readers know them by. */
function partsOf(text: string): Map<string, string> {
  const whole = linesOf(text).join('\n');
  const [, head, body] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(whole) ?? ['', '', whole];
  const parts = new Map<string, string>();
  // A field goes on over the lines that are indented or begin a list.
  for (const [, name, value] of head.matchAll(/^(\w+):((?:.*)(?:\n(?:[ \t-].*)?)*)/gm))
    parts.set(fieldNames[name] ?? name, value.trim());
  const [opening, ...sections] = body.split(/^## /m);
  parts.set('text', opening.trim());
  for (const section of sections) {
    const [title, ...rest] = section.split('\n');
    parts.set(title.trim(), rest.join('\n').trim());
  }
  return parts;
}

/** Lines that only one of the two has, each as often as it stands there. */
function countLines(before: readonly string[], after: readonly string[]) {
  const counts = new Map<string, number>();
  for (const line of before) counts.set(line, (counts.get(line) ?? 0) - 1);
  for (const line of after) counts.set(line, (counts.get(line) ?? 0) + 1);
  const differences = [...counts.values()];
  return {
    added: differences.reduce((sum, one) => sum + Math.max(0, one), 0),
    removed: differences.reduce((sum, one) => sum + Math.max(0, -one), 0),
  };
}
