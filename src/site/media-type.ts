/** Media types of the files that this site's endpoints serve. Browsers compile WebAssembly only as application/wasm. */

const types: Record<string, string> = {
  json: 'application/json',
  mjs: 'text/javascript',
  onnx: 'application/octet-stream',
  wasm: 'application/wasm',
};

export const mediaType = (path: string): string =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
