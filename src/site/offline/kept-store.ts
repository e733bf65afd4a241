/**
 * The store of what the reader asked to keep. A file lies there under its path and its revision, and one record says
 * which revision of each path counts: a new set of files takes the place of the old one at once, never piece by piece.
 */

import { keptName } from './cache-names.ts';
import { cacheRoot } from './cache-root.ts';
import type { OfflineFile, Revisions } from './file-list.ts';
import { pathBelow, withoutQuery } from './kinds.ts';

const recordOf = (scope: string): string => `${scope}offline-kept.json`;

export const keptAddress = (
  scope: string,
  { path, revision }: Pick<OfflineFile, 'path' | 'revision'>,
): string => `${scope}${path}?revision=${revision}`;

export const openKept = (scope: string, stores: CacheStorage = cacheRoot()): Promise<Cache> =>
  stores.open(keptName(scope));

/** Revisions of what counts, by path; empty before anything was kept. */
export async function keptRevisions(scope: string, stores?: CacheStorage): Promise<Revisions> {
  const record = await (await openKept(scope, stores)).match(recordOf(scope));
  return record ? ((await record.json()) as Revisions) : {};
}

/** From here on these files count, and what else lies in the store is gone. */
export async function replaceKept(scope: string, revisions: Revisions, stores?: CacheStorage): Promise<void> {
  const store = await openKept(scope, stores);
  await writeRecord(scope, revisions, stores);
  const counts = new Set(
    Object.entries(revisions).map(([path, revision]) => keptAddress(scope, { path, revision })),
  );
  for (const { url } of await store.keys())
    if (url !== recordOf(scope) && !counts.has(url)) await store.delete(url);
}

export async function writeRecord(scope: string, revisions: Revisions, stores?: CacheStorage): Promise<void> {
  await (await openKept(scope, stores)).put(recordOf(scope), new Response(JSON.stringify(revisions)));
}

/** What is kept for an address, whatever its query. */
export async function keptResponse(
  scope: string,
  url: string,
  stores?: CacheStorage,
): Promise<Response | undefined> {
  const path = pathBelow(scope, withoutQuery(url));
  const revision = path === undefined ? undefined : (await keptRevisions(scope, stores))[path];
  if (path === undefined || revision === undefined) return undefined;
  return (await openKept(scope, stores)).match(keptAddress(scope, { path, revision }), { ignoreVary: true });
}
