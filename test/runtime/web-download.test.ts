import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { download, type Progress } from '../../src/runtime/web-download.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return `http://127.0.0.1:${address.port}/file.wasm`;
}

describe('download', () => {
  const file = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);

  it('gives the bytes of a compressed answer and counts them uncompressed', async () => {
    const url = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(file));
    });
    const seen: Progress[] = [];
    const bytes = await download(url, file.length, (progress) => seen.push(progress));
    expect(Buffer.compare(bytes, file)).toBe(0);
    expect(seen.at(-1)).toEqual({ loaded: 300_000, total: 300_000 });
    expect(seen.every(({ loaded }, i) => i === 0 || loaded > seen[i - 1].loaded)).toBe(true);
  });
  it('takes a file longer than expected whole', async () => {
    const url = await serve((_, response) => response.end(file));
    expect(Buffer.compare(await download(url, 1000), file)).toBe(0);
  });
  it('takes a file shorter than expected without padding', async () => {
    const url = await serve((_, response) => response.end(file));
    expect((await download(url, 400_000)).length).toBe(300_000);
  });
  it('names the address and the status of a refusal', async () => {
    const url = await serve((_, response) => response.writeHead(404).end('no'));
    await expect(download(url, 10)).rejects.toThrow(/file\.wasm: the server answered 404/);
  });
  it('refuses a page in place of the file', async () => {
    const url = await serve((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html>');
    });
    await expect(download(url, 10)).rejects.toThrow(/a page, not the file/);
  });
});
