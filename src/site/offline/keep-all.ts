/** Fetches everything into the store of what is kept. Only what has changed is fetched again. */

import { isOurs, keptName } from './cache-names.ts';
import { cacheRoot } from './cache-root.ts';
import { inKeepingOrder, type OfflineFile, revisionsOf, totalSize } from './file-list.ts';
import { keptAddress, keptRevisions, openKept, replaceKept, writeRecord } from './kept-store.ts';
import { pathBelow } from './kinds.ts';

export interface KeepingProgress {
  readonly files: number;
  readonly bytes: number;
  readonly totalFiles: number;
  readonly totalBytes: number;
}

export interface KeepingOptions {
  readonly onProgress: (progress: KeepingProgress) => void;
  readonly signal: AbortSignal;
  readonly stores?: CacheStorage;
  /** Asks the network, past every store. */
  readonly fetchFile?: (url: string) => Promise<Response>;
}

/** How many files are on their way at a time. */
const lanes = 4;

/**
 * @param list asks the server which files there are; asked again at the end, because the site may be published anew
 *   meanwhile
 * @throws Error if a file cannot be had or stored; what came before it stays, and an earlier set goes on to count
 */
export async function keepAll(
  list: () => Promise<readonly OfflineFile[]>,
  scope: string,
  options: KeepingOptions,
): Promise<void> {
  const stores = options.stores ?? cacheRoot();
  for (let files = await list(), settled = false; !settled; ) {
    try {
      await fetchMissing(files, scope, { ...options, stores });
    } finally {
      await countFirst(files, scope, stores);
    }
    if (options.signal.aborted) return;
    const now = await list();
    settled = JSON.stringify(now) === JSON.stringify(files);
    files = now;
    if (settled) await replaceKept(scope, revisionsOf(files), stores);
  }
  await forgetVisited(scope, stores);
}

async function fetchMissing(
  files: readonly OfflineFile[],
  scope: string,
  {
    signal,
    stores,
    onProgress,
    fetchFile = (url) => fetch(url, { cache: 'reload', signal }),
  }: KeepingOptions,
): Promise<void> {
  const store = await openKept(scope, stores);
  const stored = new Set((await store.keys()).map(({ url }) => url));
  const missing = inKeepingOrder(files.filter((file) => !stored.has(keptAddress(scope, file))));
  const waiting = [...missing];
  const total = { totalFiles: missing.length, totalBytes: totalSize(missing) };
  let [done, bytes] = [0, 0];
  const report = () => onProgress({ files: done, bytes, ...total });
  report();

  async function lane(): Promise<void> {
    for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
      const response = await fetchFile(scope + file.path);
      if (!response.ok) throw new Error(`/${file.path}: the server answered ${response.status}`);
      await store.put(keptAddress(scope, file), response);
      done += 1;
      bytes += file.size;
      report();
    }
  }
  const ends = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      lane().catch((error) => {
        waiting.length = 0;
        throw error;
      }),
    ),
  );
  // Files that were on their way when another failed have come too.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Files of which no earlier revision counts do so at once: an interrupted first run is of use. */
async function countFirst(files: readonly OfflineFile[], scope: string, stores: CacheStorage): Promise<void> {
  const stored = new Set((await (await openKept(scope, stores)).keys()).map(({ url }) => url));
  const come = revisionsOf(files.filter((file) => stored.has(keptAddress(scope, file))));
  await writeRecord(scope, { ...come, ...(await keptRevisions(scope, stores)) }, stores);
}

/** What was kept by visiting is older now than what is kept on request, and would stand before it. */
async function forgetVisited(scope: string, stores: CacheStorage): Promise<void> {
  const kept = await keptRevisions(scope, stores);
  for (const name of await stores.keys()) {
    if (!isOurs(name, scope) || name === keptName(scope)) continue;
    const store = await stores.open(name);
    for (const { url } of await store.keys())
      if ((pathBelow(scope, url) ?? '') in kept) await store.delete(url);
  }
}
