/**
 * Keeps what readers visit, so that it is there without a network: pages, scripts, fonts, the runtime, models, search.
 *
 * A kept page is shown at once and fetched anew behind it; where that brings another text, the page says so and never
 * reloads by itself. What has a name of its own content is fetched once. Models come from the network while there is
 * one, so that they never differ from the page that runs them. The build gives the constants (../integrations/offline.ts).
 */

import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate, type Strategy } from 'workbox-strategies';
import { keptName, visitedName } from './cache-names.ts';
import { isFixed, type Kind, kindOf, pathBelow, withoutQuery } from './kinds.ts';
import { keepSearch, pageChanged } from './messages.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;
declare const OFFLINE_BUILD: {
  readonly precache: { readonly url: string; readonly revision: string | null }[];
  /** The files of the search index, and a digest of them all. */
  readonly search: { readonly paths: string[]; readonly revision: string };
};

const { scope } = self.registration;
const base = new URL(scope).pathname;
const match = { ignoreSearch: true, ignoreVary: true };

const plugins: WorkboxPlugin[] = [
  { cacheKeyWillBeUsed: async ({ request }) => withoutQuery(request.url) },
  // A response that was redirected may not answer a navigation.
  {
    cacheWillUpdate: async ({ response }) =>
      response.status === 200 && !response.redirected && response.type === 'basic' ? response : null,
  },
  {
    cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
      cachedResponse ?? (await inKept(request.url)),
  },
];
const inKept = async (url: string) => (await caches.open(keptName(scope))).match(url, match);

const tellChange: WorkboxPlugin = {
  async cacheDidUpdate({ oldResponse, newResponse, request, event }) {
    const shown = oldResponse ?? (await inKept(request.url));
    const { resultingClientId } = event as unknown as { resultingClientId?: string };
    if (!shown || !resultingClientId) return;
    if ((await shown.text()) === (await newResponse.clone().text())) return;
    // The network may be faster than the page.
    for (let tries = 0; tries < 40; tries += 1) {
      const client = await self.clients.get(resultingClientId);
      if (client) return client.postMessage({ type: pageChanged });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
};

const store = (kind: Kind, maxEntries: number, more: WorkboxPlugin[] = []) => ({
  cacheName: visitedName(kind, scope),
  matchOptions: match,
  plugins: [
    ...plugins,
    ...more,
    // Its own types leave its callbacks optional and undefined; they are neither.
    new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true, matchOptions: match }) as WorkboxPlugin,
  ],
});

const strategies: Readonly<Record<Kind, Strategy>> = {
  page: new StaleWhileRevalidate(store('page', 200, [tellChange])),
  asset: new CacheFirst(store('asset', 600)),
  runtime: new CacheFirst(store('runtime', 8)),
  search: new NetworkFirst({ ...store('search', 1500), networkTimeoutSeconds: 5 }),
  model: new NetworkFirst({ ...store('model', 400), networkTimeoutSeconds: 20 }),
  picture: new StaleWhileRevalidate(store('picture', 200)),
};
const fixedSearch = new CacheFirst(store('search', 1500));

self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(OFFLINE_BUILD.precache);

/** What the worker answers for; a request that insists on the network goes there. */
const pathOf = (url: URL, request: Request): string | undefined =>
  url.origin === self.location.origin && request.cache !== 'reload'
    ? pathBelow(base, url.pathname)
    : undefined;

registerRoute(
  ({ url, request }) => kindOf(pathOf(url, request) ?? '?') !== undefined,
  (options) => {
    const path = pathBelow(base, options.url.pathname) ?? '';
    const kind = kindOf(path) as Kind;
    const strategy = kind === 'search' && isFixed(path) ? fixedSearch : strategies[kind];
    return strategy.handle(options);
  },
);

setCatchHandler(async ({ request }) =>
  request.destination === 'document'
    ? ((await matchPrecache(`${base}offline/`)) ?? Response.error())
    : Response.error(),
);

self.addEventListener('message', (event) => {
  if (event.data?.type === keepSearch) event.waitUntil(fetchSearch());
});

/** Fetches the search index once for each build, so that a search works without having been tried before. */
async function fetchSearch(): Promise<void> {
  const { paths, revision } = OFFLINE_BUILD.search;
  const cache = await caches.open(visitedName('search', scope));
  const mark = `${scope}pagefind/revision`;
  if ((await (await cache.match(mark))?.text()) === revision) return;
  for (const path of paths) {
    const url = scope + path;
    if (isFixed(path) && (await cache.match(url, match))) continue;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) return;
    await cache.put(url, response);
  }
  await cache.put(mark, new Response(revision));
}
