/** What the files of the site are to someone who keeps them: told from their paths, below the base and without "/" in front. */

export const kinds = ['page', 'asset', 'search', 'model', 'runtime', 'picture'] as const;
export type Kind = (typeof kinds)[number];

const patterns: Readonly<Record<Kind, RegExp>> = {
  // An address with its slash is a page; under other names a page is not linked.
  page: /^$|\/$|^404\.html$/,
  asset: /^_astro\//,
  search: /^pagefind\/(?!.*(-ui\.|highlight|\.unknown\.))|^search-names\.json$/,
  model: /^models\/.+\.(json|onnx)$/,
  runtime: /^runtime\/.+\.(mjs|wasm)$/,
  picture: /^(figures|icons)\/.+\.(svg|png)$|^manifest\.webmanifest$|^offline-files\.json$/,
};

/** Undefined for what nobody needs offline: the forms for programs. */
export const kindOf = (path: string): Kind | undefined => kinds.find((kind) => patterns[kind].test(path));

/** Whether a file's name changes with what it holds, so that a kept copy is right for ever. */
export const isFixed = (path: string): boolean =>
  /^(_astro|runtime\/[^/]*\d[^/]*|pagefind\/(index|fragment|filter))\/|^pagefind\/.+\.pf_meta$/.test(path);

/** The path below `base`; undefined for what lies elsewhere. */
export const pathBelow = (base: string, pathname: string): string | undefined =>
  pathname.startsWith(base) ? pathname.slice(base.length) : undefined;

/** A page is one page whatever figure its address sets and whichever part it leads to. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');
