/** Search by name: titles, other names and people, whether typed whole, begun or misspelt. */

import { distance } from 'fastest-levenshtein';
import type { Decade } from '../periods.ts';
import { fold } from './ranking.ts';

/** What `/search-names.json` says of an entry. */
export interface NamedEntry {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly people: readonly string[];
  readonly summary: string;
  readonly category: string;
  readonly decades: readonly Decade[];
  /** Whether its page has a figure that runs. */
  readonly figure: boolean;
}

export interface Filter {
  /** Empty for all. */
  readonly category: string;
  /** A decade, or empty for any time. */
  readonly period: string;
  readonly figure: boolean;
}

export const passes = ({ category, decades, figure }: NamedEntry, filter: Filter): boolean =>
  (filter.category === '' || category === filter.category) &&
  (filter.period === '' || decades.some((decade) => decade === filter.period)) &&
  (figure || !filter.figure);

const beginsWithin = (name: string, query: string): boolean => ` ${name}`.includes(` ${query}`);

/** How an entry answers a folded query, from 0 for its title to 6 for words of several names; Infinity if it does not. */
function rank({ title, aliases, people }: NamedEntry, query: string): number {
  const name = fold(title);
  const others = aliases.map(fold);
  const all = [name, ...others, ...people.map(fold)];
  const tests = [
    () => name === query,
    () => others.includes(query),
    () => name.startsWith(query),
    () => others.some((other) => other.startsWith(query)),
    () => beginsWithin(name, query),
    () => all.some((other) => beginsWithin(other, query)),
    // "lecun lenet"
    () => query.split(' ').every((word) => all.some((other) => beginsWithin(other, word))),
  ];
  const found = tests.findIndex((test) => test());
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

/** How many letters must be typed before the rest of a name may be missing from a misspelt one. */
const longBeginning = 8;

/** The smallest number of letters to change that makes a name of the entry, or its beginning, out of a folded query. */
function mistakes({ title, aliases }: NamedEntry, query: string): number {
  const names = [title, ...aliases].map(fold);
  const whole = names.map((name) => distance(name, query));
  const begun = query.length < longBeginning ? [] : names.map((name) => name.slice(0, query.length));
  // A whole name before one that is only begun.
  return Math.min(...whole, ...begun.map((name) => distance(name, query) + 0.5));
}

/** One mistake in four letters: "perceptorn" is the perceptron, "cat" is nothing. */
const forgiven = (query: string): number => Math.min(3, Math.floor(query.length / 4)) + 0.5;

const sorted = (entries: readonly NamedEntry[], measure: (entry: NamedEntry) => number, limit: number) =>
  entries
    .map((entry) => ({ entry, value: measure(entry) }))
    .filter(({ value }) => value <= limit)
    .sort((a, b) => a.value - b.value || a.entry.title.length - b.entry.title.length)
    .map(({ entry }) => entry);

export interface Names {
  readonly entries: readonly NamedEntry[];
  /** Whether no name was as typed, so that these are the ones a few letters away. */
  readonly guessed: boolean;
}

/** The entries that a query names, the best first. */
export function findByName(entries: readonly NamedEntry[], query: string): Names {
  const wanted = fold(query);
  if (wanted === '') return { entries: [], guessed: false };
  const found = sorted(entries, (entry) => rank(entry, wanted), 6);
  if (found.length > 0) return { entries: found, guessed: false };
  return { entries: sorted(entries, (entry) => mistakes(entry, wanted), forgiven(wanted)), guessed: true };
}

/** The entries whose names look most like a query, however little. */
export function nearestNames(entries: readonly NamedEntry[], query: string, count = 3): NamedEntry[] {
  const wanted = fold(query);
  const unlike = ({ title, aliases }: NamedEntry) =>
    Math.min(
      ...[title, ...aliases]
        .map(fold)
        .map((name) => distance(name, wanted) / Math.max(name.length, wanted.length)),
    );
  return sorted(entries, unlike, 1).slice(0, count);
}
