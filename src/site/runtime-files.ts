/** The files of onnxruntime-web that a reader's browser loads, served by this site itself. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// The wasm-only build, and the one that adds WebGPU for browsers with JSPI. The others are larger or on their way out.
const names = [
  'ort-wasm-simd-threaded.mjs',
  'ort-wasm-simd-threaded.wasm',
  'ort-wasm-simd-threaded.jspi.mjs',
  'ort-wasm-simd-threaded.jspi.wasm',
];

const require = createRequire(join(process.cwd(), 'package.json'));
const folder = dirname(require.resolve(`onnxruntime-web/${names[0]}`));
const { version } = JSON.parse(await readFile(join(folder, '../package.json'), 'utf8')) as {
  version: string;
};

/** Folder of the files below `/runtime/`; its name holds the version, so that caches never mix two. */
export const runtimeFolder = `ort-${version}`;

/** The files by their path below `/runtime/`. */
export const runtimeFiles = new Map(names.map((name) => [`${runtimeFolder}/${name}`, join(folder, name)]));
