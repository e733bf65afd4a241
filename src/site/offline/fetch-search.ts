/** Fetches the search index once for each build, so that a search works without having been tried before. */

import { visitedName } from './cache-names.ts';
import { isFixed } from './kinds.ts';
import { match } from './visited-store.ts';

export interface SearchFiles {
  readonly paths: readonly string[];
  /** Of them all. */
  readonly revision: string;
}

/** Ends early, and begins again the next time, if a file cannot be had or stored. */
export async function fetchSearch({ paths, revision }: SearchFiles, scope: string): Promise<void> {
  const store = await caches.open(visitedName('search', scope));
  const mark = `${scope}pagefind/revision`;
  if ((await (await store.match(mark))?.text()) === revision) return;
  try {
    for (const path of paths) {
      const url = scope + path;
      if (isFixed(path) && (await store.match(url, match))) continue;
      const response = await fetch(url, { cache: 'no-cache' });
      if (!response.ok) return;
      await store.put(url, response);
    }
    await store.put(mark, new Response(revision));
    const current = new Set([mark, ...paths.map((path) => scope + path)]);
    for (const { url } of await store.keys()) if (!current.has(url)) await store.delete(url);
  } catch {
    // No network any more, or no room.
  }
}
