/** `/runtime/ort-<version>/<file>`: the engine that runs models in the reader's browser. */

import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaType } from '../../site/media-type.ts';
import { runtimeFiles } from '../../site/runtime-files.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...runtimeFiles].map(([file, path]) => ({ params: { file }, props: { path } }));

export const GET: APIRoute<{ path: string }> = async ({ params, props }) =>
  new Response(new Uint8Array(await readFile(props.path)), {
    headers: { 'Content-Type': mediaType(`${params.file}`) },
  });
