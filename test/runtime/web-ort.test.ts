import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builds } from '../../src/runtime/web-ort.ts';

const shipped = (file: string) =>
  fileURLToPath(new URL(`../../node_modules/onnxruntime-web/dist/${file}`, import.meta.url));

describe.each(Object.values(builds))('the $provider build', ({ file, bytes }) => {
  it('states the size of its file, which the progress bar needs', () => {
    expect(statSync(shipped(`${file}.wasm`)).size).toBe(bytes);
  });
  it('stays under the 25 MiB that static hosts allow for a file', () => {
    expect(bytes).toBeLessThan(25 * 1024 * 1024);
  });
  it('has its glue beside it', () => {
    expect(statSync(shipped(`${file}.mjs`)).size).toBeGreaterThan(0);
  });
});
