/** The models of the site, each with its recorded training and the entries that show it. */

import { type CollectionEntry, getCollection } from 'astro:content';
import { figuresIn } from '../api/entry-text.ts';
import { type Entry, loadEntries } from '../entries.ts';
import { figureModels } from '../figure.ts';

export interface ListedModel {
  readonly card: CollectionEntry<'models'>['data'];
  /** Entries with a figure that runs it. */
  readonly entries: readonly Entry[];
}

/** In alphabetical order of their ids. */
export async function loadModels(): Promise<ListedModel[]> {
  const [cards, entries] = [await getCollection('models'), await loadEntries()];
  const uses = await Promise.all(
    entries.map(async (entry) => ({
      entry,
      models: new Set((await Promise.all(figuresIn(entry.body ?? '').map(figureModels))).flat()),
    })),
  );
  return cards
    .map(({ data: card }) => ({
      card,
      entries: uses.filter(({ models }) => models.has(card.id)).map(({ entry }) => entry),
    }))
    .sort((a, b) => (a.card.id < b.card.id ? -1 : 1));
}
