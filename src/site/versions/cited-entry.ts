/** What citations say of an entry and of its figures. */

import { getEntry } from 'astro:content';
import { figureId } from '../../widgets/kit/settings.ts';
import { figuresIn } from '../api/entry-text.ts';
import { entryUrl } from '../api/records.ts';
import type { CitedEntry } from '../bibliography/cite-entry.ts';
import { type Entry, loadEntries } from '../entries.ts';
import { figureModels } from '../figure.ts';
import { project } from '../project.ts';
import { entryVersion } from './entry-version.ts';
import { shortHash } from './frozen-link.ts';

export const citedEntry = (entry: Entry): CitedEntry => ({
  slug: entry.id,
  term: entry.data.term,
  url: entryUrl(entry.id),
  reviewed: entry.data.reviewed,
  version: entryVersion(entry),
  glossary: project.name,
  definition: entry.data.summary,
  licence: project.licence.content.url,
});

/** Paths of one file for each entry, with what citations say of it. */
export const entryPaths = async () =>
  (await loadEntries()).map((entry) => ({ params: { term: entry.id }, props: { cited: citedEntry(entry) } }));

/** What a link to a figure freezes, besides its settings. */
export const frozenFigure = async (entry: Entry, name: string) => ({
  url: entryUrl(entry.id),
  version: entryVersion(entry),
  models: await hashesOf([name]),
  anchor: figureId(name),
});

/** Short hashes of all models that an entry's figures run, by id. */
export const modelHashes = ({ body = '' }: Entry): Promise<Record<string, string>> =>
  hashesOf(figuresIn(body));

async function hashesOf(figures: readonly string[]): Promise<Record<string, string>> {
  const ids = [...new Set((await Promise.all(figures.map(figureModels))).flat())];
  const hashes: Record<string, string> = {};
  for (const id of ids) {
    const card = (await getEntry('models', id))?.data;
    if (!card) throw new Error(`models/${id}: a figure runs this model, which has no card`);
    hashes[id] = shortHash(card.files['model.onnx'].sha256);
  }
  return hashes;
}
