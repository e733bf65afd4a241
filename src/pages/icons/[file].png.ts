/** The site's icon in pixels, for systems that install it: `/icons/192.png`, `/icons/512.png`, `/icons/512-whole.png`. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { APIRoute } from 'astro';
import { icon } from '../../site/icon.ts';

export const getStaticPaths = () =>
  [
    { file: '192', size: 192, bleed: false },
    { file: '512', size: 512, bleed: false },
    // Some systems cut a form of their own out of it.
    { file: '512-whole', size: 512, bleed: true },
  ].map(({ file, ...props }) => ({ params: { file }, props }));

const require = createRequire(join(process.cwd(), 'package.json'));
let ready: Promise<void> | undefined;
/** The module starts once in a process. */
const start = async () => initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

export const GET: APIRoute = async ({ props }) => {
  ready ??= start();
  await ready;
  const drawn = new Resvg(icon({ bleed: props.bleed }), { fitTo: { mode: 'width', value: props.size } });
  return new Response(new Uint8Array(drawn.render().asPng()), { headers: { 'Content-Type': 'image/png' } });
};
