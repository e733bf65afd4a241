/** Orders and groups of entries: A–Z, by category, and who comes before and after whom. */

import { type Category, categories } from './categories.ts';
import { didYouMean } from './nearest-name.ts';

/** What lists of entries need to know about each; `id` is its file name and its address. */
export interface Term {
  readonly id: string;
  readonly data: {
    readonly term: string;
    readonly category: Category;
    readonly related: readonly string[];
    readonly prerequisites: readonly string[];
    readonly broader: readonly string[];
    readonly contrast: readonly string[];
    readonly shownIn: readonly string[];
  };
}

/** The fields of an entry that name other entries. */
export const relations = ['related', 'prerequisites', 'broader', 'contrast', 'shownIn'] as const;

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** In the order of a printed index: case and accents do not matter. */
export const alphabetical = <T extends Term>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => collator.compare(a.data.term, b.data.term));

export const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The letter a term stands under; "#" gathers what begins with none. */
export function letterOf(term: string): string {
  const first = term.normalize('NFD')[0].toUpperCase();
  return alphabet.includes(first) ? first : '#';
}

/** Groups in alphabetical order; letters without a term are left out. */
export function byLetter<T extends Term>(entries: readonly T[]): { letter: string; entries: T[] }[] {
  const groups = Map.groupBy(alphabetical(entries), (entry) => letterOf(entry.data.term));
  return [...groups].map(([letter, group]) => ({ letter, entries: group }));
}

/** Groups in the order of `categories`; those without an entry are left out. */
export function byCategory<T extends Term>(entries: readonly T[]): { category: Category; entries: T[] }[] {
  const groups = Map.groupBy(alphabetical(entries), (entry) => entry.data.category);
  return categories.flatMap((category) => {
    const group = groups.get(category);
    return group ? [{ category, entries: group }] : [];
  });
}

/** The entries before and after one in alphabetical order. */
export function neighbours<T extends Term>(entries: readonly T[], id: string): { previous?: T; next?: T } {
  const ordered = alphabetical(entries);
  const at = ordered.findIndex((entry) => entry.id === id);
  const [previous, next] = [ordered[at - 1], ordered[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** @throws Error naming file and field, if an entry names another that does not exist, or itself */
export function checkRelations(entries: readonly Term[]): void {
  const known = entries.map((entry) => entry.id);
  for (const { id, data } of entries) {
    for (const field of relations) {
      for (const named of data[field]) {
        if (named === id) throw new Error(`content/entries/${id}.mdx: ${field} names the entry itself`);
        if (!known.includes(named)) {
          const others = known.filter((other) => other !== id);
          throw new Error(
            `content/entries/${id}.mdx: ${field}: entry "${named}" does not exist.${didYouMean(named, others)}`,
          );
        }
      }
    }
  }
}
