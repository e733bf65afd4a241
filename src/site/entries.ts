/** The entries of the glossary, checked against each other. */

import { type CollectionEntry, getCollection } from 'astro:content';
import { checkPrerequisites } from './reading-path.ts';
import { alphabetical, checkRelations } from './term-list.ts';

export type Entry = CollectionEntry<'entries'>;

/** Where the text of an entry lies in the repository. */
export const entryFile = (id: string | undefined): string => `content/entries/${id}.mdx`;

/** All entries in alphabetical order. */
export async function loadEntries(): Promise<Entry[]> {
  const entries = await getCollection('entries');
  checkRelations(entries);
  checkPrerequisites(entries);
  return alphabetical(entries);
}
