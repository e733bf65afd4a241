import { describe, expect, it } from 'vitest';
import type { OfflineFile } from '../../../src/site/offline/file-list.ts';
import { keepAll, keptRevisions } from '../../../src/site/offline/keep-all.ts';

const scope = 'https://a.example/g/';

/** Stores in memory, with as much of their interface as is used. */
function memory(): { stores: CacheStorage; addresses: () => string[] } {
  const files = new Map<string, Response>();
  const store = {
    match: async (url: string) => files.get(url)?.clone(),
    put: async (url: string, response: Response) => void files.set(url, response),
    delete: async (url: string) => files.delete(url),
  };
  return {
    stores: { open: async () => store } as unknown as CacheStorage,
    addresses: () => [...files.keys()].filter((url) => !url.endsWith('offline-kept.json')).sort(),
  };
}

const files: OfflineFile[] = ['', 'adam/', 'models/m/model.onnx'].map((path, i) => ({
  path,
  kind: path.endsWith('onnx') ? 'model' : 'page',
  size: 100 * (i + 1),
  revision: `r${i}`,
}));
const { signal } = new AbortController();

describe('keepAll()', () => {
  it('keeps every file, and reports bytes up to the whole', async () => {
    const { stores, addresses } = memory();
    const progress: number[] = [];
    await keepAll(files, scope, {
      stores,
      signal,
      fetchFile: async (url) => new Response(url),
      onProgress: ({ bytes, totalBytes }) => progress.push(bytes / totalBytes),
    });
    expect(addresses()).toEqual([scope, `${scope}adam/`, `${scope}models/m/model.onnx`]);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
    expect(await keptRevisions(scope, stores)).toEqual({
      '': 'r0',
      'adam/': 'r1',
      'models/m/model.onnx': 'r2',
    });
  });

  it('fetches again only what has changed, and removes what the site no longer has', async () => {
    const { stores, addresses } = memory();
    const options = { stores, signal, onProgress: () => {}, fetchFile: async () => new Response('') };
    await keepAll(files, scope, options);
    const asked: string[] = [];
    await keepAll([files[0], { ...files[1], revision: 'new' }], scope, {
      ...options,
      fetchFile: async (url) => {
        asked.push(url);
        return new Response('');
      },
    });
    expect(asked).toEqual([`${scope}adam/`]);
    expect(addresses()).toEqual([scope, `${scope}adam/`]);
  });

  it('stops at an answer that is none, names the file, and goes on from there the next time', async () => {
    const { stores } = memory();
    const run = (fetchFile: (url: string) => Promise<Response>) =>
      keepAll(files, scope, { stores, signal, onProgress: () => {}, fetchFile });
    await expect(
      run(async (url) => new Response('', { status: url.endsWith('.onnx') ? 503 : 200 })),
    ).rejects.toThrow('/models/m/model.onnx: the server answered 503');
    const asked: string[] = [];
    await run(async (url) => {
      asked.push(url);
      return new Response('');
    });
    expect(asked).toContain(`${scope}models/m/model.onnx`);
    expect(await keptRevisions(scope, stores)).toMatchObject({ 'models/m/model.onnx': 'r2' });
  });
});
