/** The `type` of what pages and the service worker tell each other. */

/** To a page: what it shows has been replaced on the server. */
export const pageChanged = 'page-changed';

/** To pages: what is visited cannot be kept any more, because the storage is full. */
export const storageFull = 'storage-full';

/** To the service worker: the reader goes on reading, so the search index is worth keeping. */
export const keepSearch = 'keep-search';

/** To the service worker, with `folders`: figures run the models in them. */
export const keepModels = 'keep-models';

/** To the service worker, understood by Workbox: keep these addresses. */
export const keepAddresses = 'CACHE_URLS';
