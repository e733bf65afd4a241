/** Cuts a font down to the characters and weights that the site uses. Cut once, kept beside Astro's own cache. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(join(process.cwd(), 'package.json'));
const folder = join(process.cwd(), 'node_modules/.astro/cut-fonts');

export interface Cut {
  /** Weights that a variable font keeps: one, or the two ends of a range. */
  readonly weight?: number | readonly [number, number];
  /** OpenType features to keep; all, if not given. */
  readonly features?: readonly string[];
  /** Whether instructions for drawing in few pixels stay; they do, unless told. */
  readonly hinting?: boolean;
}

/**
 * @param file as a package names it, such as `katex/dist/fonts/KaTeX_Main-Regular.woff2`
 * @param characters those that the font does not have are passed over
 * @returns address of a WOFF2 file whose name changes with what it holds
 */
export async function cutFont(
  file: string,
  characters: string,
  { weight, features, hinting = true }: Cut = {},
): Promise<URL> {
  const source = readFileSync(require.resolve(file));
  const recipe = JSON.stringify({ characters, weight, features, hinting });
  const hash = createHash('sha256').update(source).update(recipe).digest('hex').slice(0, 10);
  const path = join(folder, `${basename(file, '.woff2')}.${hash}.woff2`);
  if (!existsSync(path)) {
    const axis = typeof weight === 'object' ? { min: weight[0], max: weight[1], default: weight[0] } : weight;
    const cut = await subsetFont(source, characters, {
      targetFormat: 'woff2',
      noHinting: !hinting,
      ...(features && { keepFeatures: [...features] }),
      ...(axis !== undefined && { variationAxes: { wght: axis } }),
    });
    mkdirSync(folder, { recursive: true });
    // Two builds may run at once: each writes a file of its own and puts it in place whole.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, cut);
    renameSync(unfinished, path);
  }
  return pathToFileURL(path);
}
