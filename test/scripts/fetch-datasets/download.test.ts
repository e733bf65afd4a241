import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../../scripts/fetch-datasets/download.ts';

const content = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 8)) % 256);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let [server, address, folder]: [Server | undefined, string, string] = [undefined, '', ''];
let answers: Answer[] = [];
/** The Range header of each request, in order. */
let ranges: (string | undefined)[] = [];

/** A server that honours Range, as those of the catalogue do. */
const whole: Answer = (request, response) => {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (start > 0)
    response.setHeader('content-range', `bytes ${start}-${content.length - 1}/${content.length}`);
  response.writeHead(start > 0 ? 206 : 200).end(content.subarray(start));
};
const withoutRange: Answer = (_, response) => void response.writeHead(200).end(content);
const breaksOff: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': content.length });
  response.write(content.subarray(0, 40_000), () => setTimeout(() => response.destroy(), 50));
};
const refuses: Answer = (_, response) => void response.writeHead(403).end('no');
const another: Answer = (_, response) => void response.writeHead(200).end(content.map((byte) => byte ^ 1));

beforeAll(async () => {
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    (answers.shift() ?? whole)(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server?.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  [answers, ranges] = [[], []];
});
afterEach(() => rmSync(folder, { recursive: true }));

const one = (change = {}) => ({
  path: 'set/file.bin',
  urls: [`${address}/first`],
  bytes: content.length,
  sha256: sha256(content),
  ...change,
});
const stored = () => new Uint8Array(readFileSync(join(folder, 'set/file.bin')));
const part = () => join(folder, 'set/file.bin.part');

describe('download', () => {
  it('puts the file in place and tells how far it has come', async () => {
    const told: number[] = [];
    await download(one(), folder, (_, done) => told.push(done));
    expect(stored()).toEqual(content);
    expect(told.at(-1)).toBe(content.length);
    expect(existsSync(part())).toBe(false);
  });
  it('goes on where the connection broke off', async () => {
    answers = [breaksOff];
    await download(one(), folder);
    expect(ranges[0]).toBeUndefined();
    expect(Number(ranges[1]?.match(/\d+/)?.[0])).toBeGreaterThan(0);
    expect(stored()).toEqual(content);
  });
  it('goes on where an earlier run broke off', async () => {
    answers = [breaksOff, refuses];
    await expect(download(one(), folder)).rejects.toThrow('set/file.bin: could not be downloaded');
    const kept = readFileSync(part()).length;
    expect(kept).toBeGreaterThan(0);
    expect(existsSync(join(folder, 'set/file.bin'))).toBe(false);
    await download(one(), folder);
    expect(ranges.at(-1)).toBe(`bytes=${kept}-`);
    expect(stored()).toEqual(content);
  });
  it('starts over where the server knows no ranges', async () => {
    answers = [breaksOff, withoutRange];
    await download(one(), folder);
    expect(ranges).toHaveLength(2);
    expect(stored()).toEqual(content);
  });
  it('starts over when the part it continued was not of this file', async () => {
    answers = [breaksOff, refuses];
    await download(one(), folder).catch(() => {});
    writeFileSync(part(), 'rubbish');
    await download(one(), folder);
    expect(stored()).toEqual(content);
    expect(ranges.slice(-2)).toEqual(['bytes=7-', undefined]);
  });
  it('asks the next address when one refuses, and does not ask that one again', async () => {
    answers = [refuses];
    await download(one({ urls: [`${address}/first`, `${address}/second`] }), folder);
    expect(ranges).toHaveLength(2);
    expect(stored()).toEqual(content);
  });
  it('keeps nothing of another file, and says both checksums', async () => {
    answers = [another, another];
    await expect(download(one(), folder)).rejects.toThrow(
      `${address}/first: expected SHA-256 ${sha256(content)}, found ${sha256(content.map((byte) => byte ^ 1))}`,
    );
    expect(existsSync(part())).toBe(false);
    expect(existsSync(join(folder, 'set/file.bin'))).toBe(false);
  });
  it('stops when more comes than the file holds', async () => {
    await expect(download(one({ bytes: 60_000 }), folder)).rejects.toThrow(
      'expected 60000 bytes, found more',
    );
  });
  it('says what an address answered', async () => {
    answers = [refuses];
    await expect(download(one(), folder)).rejects.toThrow(`${address}/first: answered 403 Forbidden`);
  });
  it('says it when nobody answers', async () => {
    const nobody = one({ urls: ['http://127.0.0.1:1/file'] });
    await expect(download(nobody, folder)).rejects.toThrow('http://127.0.0.1:1/file: fetch failed');
  });
});
