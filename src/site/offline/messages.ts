/** The `type` of what pages and the service worker tell each other. */

/** To a page: what it shows has been replaced on the server. */
export const pageChanged = 'page-changed';

/** To the service worker: the reader goes on reading, so the search index is worth keeping. */
export const keepSearch = 'keep-search';

/** To the service worker, understood by Workbox: keep these addresses. */
export const keepAddresses = 'CACHE_URLS';
