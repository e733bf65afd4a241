/** Search by name: titles, other names and people, whether typed whole, begun or misspelt. */

import { distance } from 'fastest-levenshtein';
import { fold } from './ranking.ts';

/** What `/search-names.json` says of an entry. */
export interface NamedEntry {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly people: readonly string[];
  readonly summary: string;
  readonly category: string;
  /** Whether its page has a figure that runs. */
  readonly figure: boolean;
}

export interface Filter {
  /** Empty for all. */
  readonly category: string;
  readonly figure: boolean;
}

export const passes = ({ category, figure }: NamedEntry, filter: Filter): boolean =>
  (filter.category === '' || category === filter.category) && (figure || !filter.figure);

const beginsWithin = (name: string, query: string): boolean => ` ${name}`.includes(` ${query}`);

/** How an entry answers a folded query, from 0 for its title to 5 for a word of a name; Infinity if it does not. */
function rank({ title, aliases, people }: NamedEntry, query: string): number {
  const name = fold(title);
  const others = aliases.map(fold);
  const tests = [
    () => name === query,
    () => others.includes(query),
    () => name.startsWith(query),
    () => others.some((other) => other.startsWith(query)),
    () => beginsWithin(name, query),
    () => [...others, ...people.map(fold)].some((other) => beginsWithin(other, query)),
  ];
  const found = tests.findIndex((test) => test());
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

/** The smallest number of letters to change that makes a name of the entry out of a folded query. */
const mistakes = ({ title, aliases }: NamedEntry, query: string): number =>
  Math.min(...[title, ...aliases].map((name) => distance(fold(name), query)));

/** One mistake in four letters: "perceptorn" is the perceptron, "cat" is nothing. */
const forgiven = (query: string): number => Math.min(3, Math.floor(query.length / 4));

const sorted = (entries: readonly NamedEntry[], measure: (entry: NamedEntry) => number, limit: number) =>
  entries
    .map((entry) => ({ entry, value: measure(entry) }))
    .filter(({ value }) => value <= limit)
    .sort((a, b) => a.value - b.value || a.entry.title.length - b.entry.title.length)
    .map(({ entry }) => entry);

/** The entries that a query names, the best first; where none is, those whose names are a few letters away. */
export function findByName(entries: readonly NamedEntry[], query: string): NamedEntry[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const found = sorted(entries, (entry) => rank(entry, wanted), 5);
  return found.length > 0 ? found : sorted(entries, (entry) => mistakes(entry, wanted), forgiven(wanted));
}

/** The entries whose names look most like a query, however little. */
export const nearestNames = (entries: readonly NamedEntry[], query: string, count = 3): NamedEntry[] =>
  sorted(entries, (entry) => mistakes(entry, fold(query)) / fold(entry.title).length, 1e9).slice(0, count);
