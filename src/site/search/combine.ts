/** One list out of two: the entries that a query names, then those in whose text it stands. */

import { type Filter, findByName, type NamedEntry, nearestNames, passes } from './names.ts';
import { byName, type Found } from './ranking.ts';

export interface Answer {
  readonly results: readonly Found[];
  readonly total: number;
  /** Whether the first results are only spelt like the query. */
  readonly guessed: boolean;
  /** Where nothing was found, what is called something like it. */
  readonly nearest: readonly NamedEntry[];
}

/**
 * @param inText the first results of the index, which keeps to the filter by itself
 * @param total how many the index has in all
 * @param base the address of the home page, ending in a slash
 */
export function combine(
  names: readonly NamedEntry[],
  { results: inText, total }: { results: readonly Found[]; total: number },
  { query, filter, base }: { query: string; filter: Filter; base: string },
): Answer {
  const { entries, guessed } = findByName(names, query);
  const addressOf = ({ id }: NamedEntry) => `${base}${id}/`;
  const byAddress = new Map(names.map((entry) => [addressOf(entry), entry]));
  const named = entries
    .filter((entry) => passes(entry, filter))
    .map((entry): Found => ({ ...entry, url: addressOf(entry), excerpt: '' }));
  const taken = new Set(named.map(({ url }) => url));
  const parts = new Map(inText.map(({ url, parts }) => [url, parts]));
  const others = byName(inText, query)
    .filter(({ url }) => !taken.has(url))
    .map((found) => ({ ...found, ...labels(byAddress.get(found.url)) }));
  return {
    results: [...named.map((found) => ({ ...found, parts: parts.get(found.url) ?? [] })), ...others],
    total: Math.max(total, named.length + others.length),
    guessed: guessed && named.length > 0,
    nearest: named.length + others.length > 0 ? [] : nearestNames(names, query),
  };
}

/** What a filter alone lets through, in the order of the names. */
export function filtered(names: readonly NamedEntry[], filter: Filter, base: string): Answer {
  const results = names
    .filter((entry) => passes(entry, filter))
    .map((entry): Found => ({ ...entry, url: `${base}${entry.id}/`, excerpt: '' }));
  return { results, total: results.length, guessed: false, nearest: [] };
}

const labels = (entry: NamedEntry | undefined): Pick<Found, 'category' | 'figure'> =>
  entry ? { category: entry.category, figure: entry.figure } : { category: 'trained model', figure: false };
