/** Who cites what: the entries behind every source, and behind every person. */

import { citedKeys } from './api/entry-text.ts';
import type { Entry } from './entries.ts';

/** Entries by the keys of the sources that they cite, in the order of the entries. */
export const entriesBySource = (entries: readonly Entry[]): Map<string, Entry[]> =>
  collect(entries, ({ body = '' }) => citedKeys(body));

/** Entries by the people whose work they are about, in the order of a printed index: by last name. */
export function entriesByPerson(entries: readonly Entry[]): [person: string, entries: Entry[]][] {
  const found = [...collect(entries, ({ data }) => data.people)];
  return found.sort(([a], [b]) => collator.compare(indexName(a), indexName(b)));
}

/** "Frank Rosenblatt" → "Rosenblatt, Frank": the last word is the name that indexes sort by. */
export function indexName(person: string): string {
  const words = person.split(' ');
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${last}, ${words.join(' ')}`;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

function collect(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const key of keysOf(entry)) found.set(key, [...(found.get(key) ?? []), entry]);
  return found;
}
