/**
 * KaTeX's stylesheet names every font in three formats. Browsers that run this site read WOFF2; the others stay out,
 * and in a build each font is cut down to the characters that occur in equations.
 */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { cutFont } from './subset.ts';
import { type EquationCharacters, equationCharacters } from './used-characters.ts';

/** What nearly every equation is set in: pages with equations fetch these early. */
const often = ['KaTeX_Main-Regular', 'KaTeX_Math-Italic'];
const early = 'virtual:equation-fonts';

export function equationFonts(): Plugin {
  let building = false;
  return {
    name: 'equation-fonts',
    enforce: 'pre',
    configResolved({ command }) {
      building = command === 'build';
    },
    resolveId: (id) => (id === early ? `\0${early}` : undefined),
    async load(id) {
      if (id !== `\0${early}`) return undefined;
      const names = building ? often : [];
      const cut = equationFont(equationCharacters());
      const files = names.map((name) => cut(`${name}.woff2`));
      const imports = (await Promise.all(files)).map(
        (file, i) => `import font${i} from ${JSON.stringify(`${slashed(file)}?url`)};`,
      );
      const entries = names.map((name, i) => `${JSON.stringify(name)}: font${i}`);
      return `${imports.join('')}export default { ${entries.join(', ')} };`;
    },
    async transform(css, id) {
      if (!/katex(\.min)?\.css/.test(id)) return undefined;
      const woff2Only = css.replace(/,\s*url\([^)]*\)\s*format\(["'](?:woff|truetype)["']\)/g, '');
      // While an author writes, equations may come to use any character.
      if (!building) return woff2Only;
      const cutFile = equationFont(equationCharacters());
      const cut = new Map<string, string>();
      for (const [, file] of woff2Only.matchAll(/url\(fonts\/([^)]+\.woff2)\)/g))
        cut.set(file, slashed(await cutFile(file)));
      return woff2Only.replace(/url\(fonts\/([^)]+\.woff2)\)/g, (whole, file) => {
        const path = cut.get(file);
        return path ? `url("${path}")` : whole;
      });
    },
  };
}

/** Cuts one of KaTeX's fonts, which are large enough on a screen to do without hints for few pixels. */
const equationFont =
  ({ italic, others }: EquationCharacters) =>
  (file: string): Promise<URL> =>
    cutFont(`katex/dist/fonts/${file}`, file.startsWith('KaTeX_Math-') ? italic : others, {
      hinting: false,
    });

function slashed(file: URL): string {
  return fileURLToPath(file).replaceAll('\\', '/');
}
