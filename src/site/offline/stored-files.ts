/** What of the site lies on this device, kept by visiting and on request. */

import { isOurs, keptName } from './cache-names.ts';
import { keptRevisions } from './kept-store.ts';
import { type Kind, kindOf, pathBelow } from './kinds.ts';

export interface StoredFile {
  readonly path: string;
  readonly kind: Kind;
}

/** Each path once. */
export async function storedFiles(scope: string, stores: CacheStorage): Promise<StoredFile[]> {
  const paths = new Set(Object.keys(await keptRevisions(scope, stores)));
  for (const name of await stores.keys()) {
    if (!isOurs(name, scope) || name === keptName(scope)) continue;
    for (const { url } of await (await stores.open(name)).keys()) paths.add(pathBelow(scope, url) ?? '');
  }
  // The list of files is none of them.
  paths.delete('offline-files.json');
  return [...paths].sort().flatMap((path) => {
    const kind = kindOf(path);
    return kind ? [{ path, kind }] : [];
  });
}

export async function removeStored(scope: string, stores: CacheStorage): Promise<void> {
  for (const name of await stores.keys()) if (isOurs(name, scope)) await stores.delete(name);
}
