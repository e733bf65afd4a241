/** Where the service worker puts what is visited, and where it looks: first there, then in what is kept on request. */

import type { WorkboxPlugin } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { visitedName } from './cache-names.ts';
import { keptResponse } from './kept-store.ts';
import { type Kind, withoutQuery } from './kinds.ts';

/** An address is one file, whatever its query and whoever asks. */
export const match = { ignoreSearch: true, ignoreVary: true };

/**
 * Options for a strategy of Workbox.
 *
 * @param most files that are kept; the longest unused go first
 */
export const visitedStore = (scope: string, kind: Kind, most: number, more: WorkboxPlugin[] = []) => ({
  cacheName: visitedName(kind, scope),
  matchOptions: match,
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => withoutQuery(request.url),
      // A response that was redirected may not answer a navigation.
      cacheWillUpdate: async ({ response }) =>
        response.status === 200 && !response.redirected && response.type === 'basic' ? response : null,
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse ?? (await keptResponse(scope, request.url)),
    } satisfies WorkboxPlugin,
    ...more,
    // Its own types leave its callbacks optional and undefined; they are neither.
    new ExpirationPlugin({ maxEntries: most, purgeOnQuotaError: true, matchOptions: match }) as WorkboxPlugin,
  ],
});
