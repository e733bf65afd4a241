/** Fetches everything into a store of its own, and knows what lies there. Only what has changed is fetched again. */

import { keptName } from './cache-names.ts';
import { cacheRoot } from './cache-root.ts';
import { keepingPlan, type OfflineFile, type Revisions } from './file-list.ts';

export interface KeepingProgress {
  readonly files: number;
  readonly bytes: number;
  readonly totalFiles: number;
  readonly totalBytes: number;
}

/** How many files are on their way at a time. */
const lanes = 4;
/** After so many files the record is written: an interrupted run goes on from it. */
const perRecord = 25;

const record = (scope: string): string => `${scope}offline-kept.json`;

/** Revisions of what was kept by an earlier run. */
export async function keptRevisions(scope: string, stores: CacheStorage = cacheRoot()): Promise<Revisions> {
  const store = await stores.open(keptName(scope));
  return ((await (await store.match(record(scope)))?.json()) as Revisions | undefined) ?? {};
}

/**
 * @param fetchFile asks the network, past every store
 * @throws Error if a file cannot be had; what came before it stays
 */
export async function keepAll(
  files: readonly OfflineFile[],
  scope: string,
  {
    onProgress,
    signal,
    stores = cacheRoot(),
    fetchFile = (url) => fetch(url, { cache: 'reload', signal }),
  }: {
    onProgress: (progress: KeepingProgress) => void;
    signal: AbortSignal;
    stores?: CacheStorage;
    fetchFile?: (url: string) => Promise<Response>;
  },
): Promise<void> {
  const store = await stores.open(keptName(scope));
  const kept: Record<string, string> = { ...(await keptRevisions(scope, stores)) };
  const plan = keepingPlan(files, kept);
  for (const path of plan.remove) {
    await store.delete(scope + path);
    delete kept[path];
  }
  const write = () => store.put(record(scope), new Response(JSON.stringify(kept)));
  const waiting = [...plan.fetch];
  let [done, bytes] = [0, 0];
  const report = () =>
    onProgress({ files: done, bytes, totalFiles: plan.fetch.length, totalBytes: plan.bytes });
  report();

  async function lane(): Promise<void> {
    for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
      const response = await fetchFile(scope + file.path);
      if (!response.ok) throw new Error(`/${file.path}: the server answered ${response.status}`);
      await store.put(scope + file.path, response);
      kept[file.path] = file.revision;
      done += 1;
      bytes += file.size;
      if (done % perRecord === 0) await write();
      report();
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    waiting.length = 0;
    await write();
  }
}
