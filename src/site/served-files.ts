/**
 * Endpoints that hand out files as they are: models and the engine that runs them.
 *
 * Each extension has a route of its own, because only a route that ends in one is reached without a slash at its end.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { listProjectFiles } from './project-files.ts';
import { runtimeFiles } from './runtime-files.ts';

// Browsers compile WebAssembly only if it comes as application/wasm.
const mediaTypes = {
  json: 'application/json',
  mjs: 'text/javascript',
  onnx: 'application/octet-stream',
  wasm: 'application/wasm',
};
type Extension = keyof typeof mediaTypes;

const modelExtensions: readonly Extension[] = ['json', 'onnx'];

/** `/models/<id>/<file>`: the models as they lie in the repository. */
export const modelEndpoint = (extension: Extension) => endpoint(extension, modelFiles);

/** `/runtime/ort-<version>/<file>` */
export const runtimeEndpoint = (extension: Extension) => endpoint(extension, async () => runtimeFiles);

/** Places of files by their path below the route. */
type Files = ReadonlyMap<string, string>;

function endpoint(
  extension: Extension,
  files: () => Promise<Files>,
): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  const ending = `.${extension}`;
  return {
    getStaticPaths: async () =>
      [...(await files())]
        .filter(([file]) => file.endsWith(ending))
        .map(([file, place]) => ({ params: { file: file.slice(0, -ending.length) }, props: { place } })),
    GET: async ({ props }) =>
      new Response(new Uint8Array(await readFile(props.place)), {
        headers: { 'Content-Type': mediaTypes[extension] },
      }),
  };
}

async function modelFiles(): Promise<Files> {
  // The training script writes beside the models while it runs; what it has not finished ends in .tmp.
  const files = (await listProjectFiles('models')).filter((file) => !/\.tmp(\/|$)/.test(file));
  const unserved = files.find((file) => !modelExtensions.some((extension) => file.endsWith(`.${extension}`)));
  if (unserved)
    throw new Error(`models/${unserved}: the site serves only .${modelExtensions.join(' and .')} files`);
  return new Map(files.map((file) => [file, join(process.cwd(), 'models', file)]));
}
