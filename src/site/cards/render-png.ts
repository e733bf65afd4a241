/** SVG as pixels, by resvg; it starts once in a process. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const require = createRequire(join(process.cwd(), 'package.json'));
let ready: Promise<void> | undefined;

const start = async () => initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** @param fonts TrueType files; the drawing names their families */
export async function renderPng(
  svg: string,
  { width, fonts = [] }: { readonly width: number; readonly fonts?: readonly Uint8Array[] },
): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= start();
  await ready;
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    ...(fonts.length > 0 && { font: { fontBuffers: [...fonts] } }),
  });
  return new Uint8Array(drawn.render().asPng());
}
