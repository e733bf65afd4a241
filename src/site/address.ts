/** Addresses inside the site: every one begins with the base path that the site is served under. */

/**
 * @param base Astro's `base`, with or without a slash at its ends
 * @param path from the root of the site, e.g. `/perceptron/`
 */
export function withBase(base: string, path: string): string {
  const prefix = base.replace(/^\/+|\/+$/g, '');
  return `${prefix === '' ? '' : `/${prefix}`}/${path.replace(/^\/+/, '')}`;
}

/** `withBase` for the site being built. */
export const address = (path: string): string => withBase(import.meta.env.BASE_URL, path);

/** The same as a whole address, for those who read it elsewhere. */
export const absolute = (path: string): string => new URL(address(path), import.meta.env.SITE).href;
