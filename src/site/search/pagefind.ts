/** The part of Pagefind's browser interface that search uses. The build puts the script into `pagefind/`. */

import type { Filter } from './names.ts';
import type { Found } from './ranking.ts';

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** Null where a newer search has overtaken this one. */
  debouncedSearch(
    query: string,
    options: object,
    milliseconds: number,
  ): Promise<{ results: { data(): Promise<Fragment> }[] } | null>;
}
interface Fragment {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string }[];
}

/** Searches, or null where a newer search has overtaken this one. */
export type Searcher = (query: string, filter: Filter) => Promise<{ results: Found[]; total: number } | null>;

/** How many results are read and put in order; enough that an exact name is always among them. */
const limit = 30;

/**
 * @param base the address of the home page, ending in a slash
 * @throws if there is no index, as under `npm run dev` before any build
 */
export async function openIndex(base: string): Promise<Searcher> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  return async (query, { category, period, figure }) => {
    const filters = {
      ...(category && { category }),
      ...(period && { period }),
      ...(figure && { figure: 'yes' }),
    };
    const found = await pagefind.debouncedSearch(query, { filters }, 120);
    if (!found) return null;
    const fragments = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
    return { results: fragments.map(toFound), total: found.results.length };
  };
}

/** How many parts of an entry are named. */
const partsShown = 3;

const toFound = ({ url, excerpt, meta, sub_results }: Fragment): Found => ({
  url,
  excerpt,
  title: meta.title,
  summary: meta.summary ?? '',
  aliases: meta.aliases?.split('; ') ?? [],
  // The first part may be the page itself.
  parts: sub_results.filter((part) => part.url.includes('#')).slice(0, partsShown),
});
