/**
 * Keeps what readers visit, so that it is there without a network: pages, scripts, fonts, the runtime, models, search.
 *
 * What has a name of its own content is fetched once. All else comes from the network while there is one, so that
 * pages, models and index are of one publication, and from what is kept where no answer comes. The build gives the
 * constants (../integrations/offline.ts).
 */

import { clientsClaim, registerQuotaErrorCallback } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, NetworkOnly, type Strategy } from 'workbox-strategies';
import { fetchSearch, type SearchFiles } from './fetch-search.ts';
import { isFixed, type Kind, kindOf, pathBelow, withoutQuery } from './kinds.ts';
import { keepModels, keepSearch, storageFull } from './messages.ts';
import { tellChange } from './tell-change.ts';
import { visitedStore } from './visited-store.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;
declare const OFFLINE_BUILD: {
  readonly precache: { readonly url: string; readonly revision: string | null }[];
  readonly search: SearchFiles;
  /** Paths of all files of the models. */
  readonly models: readonly string[];
};
const build = OFFLINE_BUILD;

const { scope } = self.registration;

let isFull = false;
// Before the stores, whose own callbacks make room and may themselves fail for want of it.
registerQuotaErrorCallback(async () => {
  isFull = true;
  for (const client of await self.clients.matchAll({ type: 'window' }))
    client.postMessage({ type: storageFull });
});

const fixed = (kind: Kind, most: number): Strategy => new CacheFirst(visitedStore(scope, kind, most));

const changing = (kind: Kind, most: number, patience: number): Strategy =>
  new NetworkFirst({
    ...visitedStore(scope, kind, most, kind === 'page' ? [tellChange(self, scope)] : []),
    networkTimeoutSeconds: patience,
  });

/** For each kind, the store's size in files and how long an answer of the network is waited for, in seconds. */
const strategies: Readonly<Record<Kind, Strategy>> = {
  page: changing('page', 300, 5),
  asset: fixed('asset', 600),
  runtime: fixed('runtime', 8),
  search: changing('search', 1500, 5),
  model: changing('model', 400, 20),
  picture: changing('picture', 200, 5),
};
const fixedSearch = fixed('search', 1500);

self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
precache(build.precache);

/** A request that insists on the network goes there. */
const isOurs = (url: URL, request: Request): boolean =>
  url.href.startsWith(scope) && request.cache !== 'reload';

registerRoute(
  ({ url, request }) =>
    isOurs(url, request) && kindOf(pathBelow(scope, url.origin + url.pathname) ?? '?') !== undefined,
  (options) => {
    const path = pathBelow(scope, options.url.origin + options.url.pathname) ?? '';
    const kind = kindOf(path) as Kind;
    const strategy = kind === 'search' && isFixed(path) ? fixedSearch : strategies[kind];
    return strategy.handle(options);
  },
);

// Whatever else a reader opens is not kept, and leads to the same page where there is no network.
registerRoute(({ url, request }) => isOurs(url, request) && request.mode === 'navigate', new NetworkOnly());

// What stands in for a page that is not kept, and what that page shows.
setCatchHandler(
  async ({ request }) =>
    (await matchPrecache(withoutQuery(request.url))) ??
    (request.mode === 'navigate' ? await matchPrecache(`${scope}offline/`) : undefined) ??
    Response.error(),
);

self.addEventListener('message', (event) => {
  const { type, folders = [] } = event.data ?? {};
  // The page may have been on its way when its own text could not be kept.
  if (isFull) event.source?.postMessage({ type: storageFull });
  if (type === keepSearch) event.waitUntil(fetchSearch(build.search, scope));
  if (type !== keepModels) return;
  for (const url of build.models.map((path) => scope + path))
    if (folders.some((folder) => url.startsWith(folder))) {
      const [response, done] = strategies.model.handleAll({ event, request: new Request(url) });
      event.waitUntil(Promise.allSettled([response, done]));
    }
});
