/** The order of search results: what is called exactly what was typed comes first, then Pagefind's own order. */

export interface Found {
  readonly url: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly category?: string;
  /** Whether its page has a figure that runs. */
  readonly figure?: boolean;
  /** HTML, with the words found in `<mark>`. */
  readonly excerpt: string;
  /** Parts of the entry in which the words stand, with their addresses. */
  readonly parts?: readonly { readonly title: string; readonly url: string }[];
}

/** Lower case, without accents, apostrophes straight, hyphens as spaces: "Feed-Forward" and "feed forward" are one name. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s‐‑–-]+/g, ' ')
    .trim();

/** 0 = the title, 1 = an alias, 2 = the title's beginning, 3 = an alias's beginning, 4 = elsewhere in the text. */
function rank(result: Found, query: string): number {
  const title = fold(result.title);
  const aliases = result.aliases.map(fold);
  if (title === query) return 0;
  if (aliases.includes(query)) return 1;
  if (title.startsWith(query)) return 2;
  if (aliases.some((alias) => alias.startsWith(query))) return 3;
  return 4;
}

/** Whether the query names the entry, so that its definition says more than a passage of its text. */
export const isNamedBy = (result: Found, query: string): boolean => rank(result, fold(query)) < 4;

/** Stable: results of the same rank keep their order. */
export function byName(results: readonly Found[], query: string): Found[] {
  const wanted = fold(query);
  return [...results].sort((a, b) => rank(a, wanted) - rank(b, wanted));
}

/** The alias that answers the query, to show why a result with another title is there. */
export function matchingAlias(result: Found, query: string): string | undefined {
  const wanted = fold(query);
  if (wanted === '' || fold(result.title).startsWith(wanted)) return undefined;
  return result.aliases.find((alias) => fold(alias).startsWith(wanted));
}
