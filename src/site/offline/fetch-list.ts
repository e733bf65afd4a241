/** The list of files that can be kept: from the server, or as it last was. */

import { visitedName } from './cache-names.ts';
import { type OfflineFile, readList } from './file-list.ts';

const nameOf = (scope: string): string => `${scope}offline-files.json`;
const storeOf = (scope: string): Promise<Cache> => caches.open(visitedName('picture', scope));

/** @throws TypeError if no answer came, Error or ZodError if it is no list */
export async function fetchList(scope: string): Promise<readonly OfflineFile[]> {
  const response = await fetch(nameOf(scope), { cache: 'reload' });
  if (!response.ok) throw new Error(`/offline-files.json: the server answered ${response.status}`);
  const copy = response.clone();
  const files = readList(await response.json());
  // Without room for it the list has no titles when there is no network.
  await storeOf(scope)
    .then((store) => store.put(nameOf(scope), copy))
    .catch(() => {});
  return files;
}

/** Empty if it was never fetched. */
export async function lastList(scope: string): Promise<readonly OfflineFile[]> {
  try {
    const last = await (await storeOf(scope)).match(nameOf(scope));
    return last ? readList(await last.json()) : [];
  } catch {
    return [];
  }
}
