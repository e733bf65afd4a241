/** The entries of the glossary, checked against each other. */

import { type CollectionEntry, getCollection } from 'astro:content';
import { alphabetical, checkRelations } from './term-list.ts';

export type Entry = CollectionEntry<'entries'>;

/** All entries in alphabetical order. */
export async function loadEntries(): Promise<Entry[]> {
  const entries = await getCollection('entries');
  checkRelations(entries);
  return alphabetical(entries);
}
