import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogue, type RemoteDataset } from '../../../scripts/fetch-datasets/catalogue.ts';
import { fetchDataset } from '../../../scripts/fetch-datasets/fetch-dataset.ts';
import { untar } from '../../../scripts/fetch-datasets/untar.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A tar archive as the tar program writes it. */
function tar(entries: readonly { name: string; data: Uint8Array; type?: string }[]): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const { name, data, type = '0' } of entries) {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${data.length.toString(8).padStart(11, '0')} `, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\0', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(header, data, new Uint8Array((512 - (data.length % 512)) % 512));
  }
  return new Uint8Array(Buffer.concat([...blocks, new Uint8Array(1024)]));
}

const [long, short] = [new Uint8Array(700).map((_, i) => i), bytesOf('short')];
const archive = gzipSync(
  tar([
    { name: 'batches/', data: new Uint8Array(0), type: '5' },
    { name: 'batches/one.bin', data: long },
    { name: 'batches/readme.html', data: bytesOf('not wanted') },
    { name: './batches/two.bin', data: short },
  ]),
);
const labels = gzipSync(bytesOf('labels'));
const served: Record<string, Uint8Array> = { '/archive.tar.gz': archive, '/labels.gz': labels };

let [server, folder, requests]: [Server | undefined, string, string[]] = [undefined, '', []];
let dataset: RemoteDataset;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    requests.push(url);
    response.end(served[url]);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const from = (url: string) => ({
    urls: [address + url],
    bytes: served[url].length,
    sha256: sha256(served[url]),
  });
  dataset = {
    title: 'test',
    licence: 'none',
    home: 'http://127.0.0.1',
    downloads: [
      { path: 'archive.tar.gz', unpack: 'batches', ...from('/archive.tar.gz') },
      { path: 'labels.gz', ...from('/labels.gz') },
    ],
    files: {
      'batches/one.bin': sha256(long),
      'batches/two.bin': sha256(short),
      'labels.gz': sha256(bytesOf('labels')),
    },
  };
});
afterAll(() => void server?.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  requests = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('fetchDataset', () => {
  it('keeps single files as they come and, of an archive, the wanted files only', async () => {
    expect(await fetchDataset(dataset, folder)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['batches', 'labels.gz']);
    expect(readdirSync(join(folder, 'batches')).sort()).toEqual(['one.bin', 'two.bin']);
    expect(new Uint8Array(readFileSync(join(folder, 'batches/one.bin')))).toEqual(long);
    expect(new Uint8Array(readFileSync(join(folder, 'labels.gz')))).toEqual(new Uint8Array(labels));
  });
  it('asks for nothing when all is there and right', async () => {
    await fetchDataset(dataset, folder);
    requests = [];
    expect(await fetchDataset(dataset, folder)).toBe(false);
    expect(requests).toEqual([]);
  });
  it('takes a file that was gzipped by another program for what it is', async () => {
    await fetchDataset(dataset, folder);
    writeFileSync(join(folder, 'labels.gz'), gzipSync(bytesOf('labels'), { level: 0 }));
    expect(await fetchDataset(dataset, folder)).toBe(false);
  });
  it.each([
    { file: 'batches/two.bin', url: '/archive.tar.gz' },
    { file: 'labels.gz', url: '/labels.gz' },
  ])('fetches again what was altered: $file', async ({ file, url }) => {
    await fetchDataset(dataset, folder);
    writeFileSync(join(folder, file), 'altered');
    requests = [];
    expect(await fetchDataset(dataset, folder)).toBe(true);
    expect(requests).toEqual([url]);
    expect(await fetchDataset(dataset, folder)).toBe(false);
  });
  it('says which file is not in the archive', async () => {
    const more = { ...dataset, files: { ...dataset.files, 'batches/three.bin': sha256(short) } };
    await expect(fetchDataset(more, folder)).rejects.toThrow('batches/three.bin');
    expect(existsSync(join(folder, 'batches/one.bin'))).toBe(true);
  });
});

describe('untar', () => {
  const plain = tar([{ name: 'a', data: long }]);
  it('says where a header is damaged', () => {
    const damaged = plain.slice();
    damaged[5] ^= 1;
    expect(() => [...untar(damaged)]).toThrow('tar archive: expected a header at byte 0');
  });
  it('says which file the archive ends in', () => {
    expect(() => [...untar(plain.slice(0, 900))]).toThrow(
      'tar archive: a: expected 700 bytes, found 388 to the end',
    );
  });
});

describe('the catalogue', () => {
  it.each(Object.entries(catalogue))('has for %s whole checksums and a download for every file', (_, one) => {
    for (const { sha256: sum, urls, bytes } of one.downloads) {
      expect(sum).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(0);
      for (const url of urls) expect(new URL(url).protocol).toBe('https:');
    }
    for (const [path, sum] of Object.entries(one.files)) {
      expect(sum).toMatch(/^[0-9a-f]{64}$/);
      expect(one.downloads.some((from) => path.startsWith(`${from.unpack}/`) || from.path === path)).toBe(
        true,
      );
    }
  });
});
