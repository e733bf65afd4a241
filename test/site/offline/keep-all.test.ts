import { describe, expect, it } from 'vitest';
import { visitedName } from '../../../src/site/offline/cache-names.ts';
import type { OfflineFile } from '../../../src/site/offline/file-list.ts';
import { keepAll } from '../../../src/site/offline/keep-all.ts';
import { keptResponse, keptRevisions, openKept } from '../../../src/site/offline/kept-store.ts';
import { removeStored, storedFiles } from '../../../src/site/offline/stored-files.ts';
import { memoryStores } from '../../support/memory-stores.ts';

const scope = 'https://a.example/g/';
const { signal } = new AbortController();
const onProgress = () => {};

const page: OfflineFile = { path: 'adam/', kind: 'page', size: 200, revision: 'r1' };
const model: OfflineFile = { path: 'models/m/model.onnx', kind: 'model', size: 300, revision: 'r2' };
const home: OfflineFile = { path: '', kind: 'page', size: 100, revision: 'r0' };
const files = [home, page, model];
const list = async () => files;

const textOf = async (path: string, stores: CacheStorage) =>
  (await keptResponse(scope, scope + path, stores))?.text();

/** Answers with a text and notes what was asked for. */
function server(text = 'as published') {
  const asked: string[] = [];
  const fetchFile = async (url: string) => {
    asked.push(url);
    return new Response(text);
  };
  return { asked, fetchFile };
}

describe('keepAll()', () => {
  it('keeps every file, and reports bytes up to the whole', async () => {
    const stores = memoryStores();
    const progress: number[] = [];
    await keepAll(list, scope, {
      stores,
      signal,
      fetchFile: async (url) => new Response(url),
      onProgress: ({ bytes, totalBytes }) => progress.push(bytes / totalBytes),
    });
    for (const { path } of files) expect(await textOf(path, stores)).toBe(scope + path);
    expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
    expect(await textOf('adam/?state=1#part', stores)).toBe(`${scope}adam/`);
    expect(await textOf('other/', stores)).toBeUndefined();
  });

  it('fetches again only what has changed, and removes what the site no longer has', async () => {
    const stores = memoryStores();
    await keepAll(list, scope, { stores, signal, onProgress, ...server('old') });
    const { asked, fetchFile } = server('new');
    await keepAll(async () => [home, { ...page, revision: 'later' }], scope, {
      stores,
      signal,
      onProgress,
      fetchFile,
    });
    expect(asked).toEqual([`${scope}adam/`]);
    expect(await Promise.all(files.map(({ path }) => textOf(path, stores)))).toEqual([
      'old',
      'new',
      undefined,
    ]);
    const addresses = await (await openKept(scope, stores)).keys();
    expect(addresses.filter(({ url }) => url.includes('?revision'))).toHaveLength(2);
  });

  it('stops at an answer that is none, names the file, and goes on from there the next time', async () => {
    const stores = memoryStores();
    const failing = async (url: string) => new Response('', { status: url.endsWith('.onnx') ? 503 : 200 });
    await expect(keepAll(list, scope, { stores, signal, onProgress, fetchFile: failing })).rejects.toThrow(
      '/models/m/model.onnx: the server answered 503',
    );
    // A first run is of use although it broke off.
    expect(await keptRevisions(scope, stores)).toEqual({ '': 'r0', 'adam/': 'r1' });
    const { asked, fetchFile } = server();
    await keepAll(list, scope, { stores, signal, onProgress, fetchFile });
    expect(asked).toEqual([`${scope}models/m/model.onnx`]);
    expect(await keptRevisions(scope, stores)).toEqual({
      '': 'r0',
      'adam/': 'r1',
      'models/m/model.onnx': 'r2',
    });
  });

  it('goes on to show the old files, and none of the new, while a new set is not complete', async () => {
    const stores = memoryStores();
    await keepAll(list, scope, { stores, signal, onProgress, ...server('old') });
    const changed = files.map((file) => ({ ...file, revision: `${file.revision}-new` }));
    const failing = async (url: string) => new Response('new', { status: url.endsWith('.onnx') ? 503 : 200 });
    await expect(
      keepAll(async () => changed, scope, { stores, signal, onProgress, fetchFile: failing }),
    ).rejects.toThrow('503');
    for (const { path } of files) expect(await textOf(path, stores)).toBe('old');
    await keepAll(async () => changed, scope, { stores, signal, onProgress, ...server('new') });
    for (const { path } of files) expect(await textOf(path, stores)).toBe('new');
  });

  it('fetches what was published anew while it ran', async () => {
    const stores = memoryStores();
    const lists = [[page], [{ ...page, revision: 'later' }, home]];
    const { asked, fetchFile } = server();
    await keepAll(async () => lists[Math.min(asked.length, 1)], scope, {
      stores,
      signal,
      onProgress,
      fetchFile,
    });
    expect(asked).toEqual([`${scope}adam/`, `${scope}adam/`, scope]);
    expect(await keptRevisions(scope, stores)).toEqual({ 'adam/': 'later', '': 'r0' });
  });

  it('passes on that there is no room', async () => {
    const stores = memoryStores();
    const store = await openKept(scope, stores);
    const put = store.put.bind(store);
    store.put = async (key, response) => {
      if (String(key).includes('.onnx')) throw new DOMException('Quota exceeded.', 'QuotaExceededError');
      await put(key, response);
    };
    await expect(keepAll(list, scope, { stores, signal, onProgress, ...server() })).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
    expect(await textOf('adam/', stores)).toBe('as published');
  });

  it('takes the place of copies that visits left, which are older', async () => {
    const stores = memoryStores();
    const visited = await stores.open(visitedName('page', scope));
    await visited.put(`${scope}adam/`, new Response('as visited'));
    await visited.put(`${scope}elsewhere/`, new Response('as visited'));
    await keepAll(list, scope, { stores, signal, onProgress, ...server() });
    expect((await visited.keys()).map(({ url }) => url)).toEqual([`${scope}elsewhere/`]);
  });
});

describe('storedFiles()', () => {
  it('lists what was visited and what was kept, each once; removeStored() removes both', async () => {
    const stores = memoryStores();
    const visited = await stores.open(visitedName('page', scope));
    await keepAll(list, scope, { stores, signal, onProgress, ...server() });
    for (const path of ['adam/', 'xor/', 'no-kind.txt', 'offline-files.json'])
      await visited.put(scope + path, new Response(''));
    expect(await storedFiles(scope, stores)).toEqual([
      { path: '', kind: 'page' },
      { path: 'adam/', kind: 'page' },
      { path: 'models/m/model.onnx', kind: 'model' },
      { path: 'xor/', kind: 'page' },
    ]);
    await removeStored(scope, stores);
    expect(await storedFiles(scope, stores)).toEqual([]);
  });
});
