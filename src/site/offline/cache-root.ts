/** The browser's stores; a place of its own, because a page on plain http has none. */
export function cacheRoot(): CacheStorage {
  if (!('caches' in globalThis))
    throw new Error('this browser keeps files only for pages that come over https');
  return caches;
}
