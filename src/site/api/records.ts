/** The records of all entries, made from the collection. */

import { absolute } from '../address.ts';
import { type Entry, loadEntries } from '../entries.ts';
import { project } from '../project.ts';
import { entryVersion } from '../versions/entry-version.ts';
import { type EntryRecord, type GlossaryRecord, glossaryRecord } from './entry-record.ts';
import { citedKeys, figuresIn } from './entry-text.ts';

export const entryUrl = (id: string): string => absolute(`/${id}/`);

function toRecord(entry: Entry, all: readonly Entry[]): EntryRecord {
  const { id, data, body = '' } = entry;
  const urls = (ids: readonly string[]) => ids.map(entryUrl);
  return {
    id,
    url: entryUrl(id),
    term: data.term,
    aliases: data.aliases,
    category: data.category,
    definition: data.summary,
    prerequisites: urls(data.prerequisites),
    broader: urls(data.broader),
    narrower: urls(all.filter((other) => other.data.broader.includes(id)).map((other) => other.id)),
    related: urls(data.related),
    contrast: urls(data.contrast),
    shownIn: urls(data.shownIn),
    figures: figuresIn(body),
    people: data.people,
    period: data.period ?? null,
    wikidata: data.wikidata ? `https://www.wikidata.org/entity/${data.wikidata}` : null,
    sources: citedKeys(body),
    reviewed: data.reviewed,
    version: entryVersion(entry),
    markdown: absolute(`/${id}.md`),
  };
}

/** @throws ZodError if a record does not have the form that `/api/schema.json` promises */
export async function loadGlossary(): Promise<GlossaryRecord> {
  const entries = await loadEntries();
  const records = entries.map((entry) => toRecord(entry, entries));
  return glossaryRecord.parse({
    name: project.name,
    url: absolute('/'),
    description: project.description,
    licence: project.licence.content.url,
    updated: records
      .map(({ reviewed }) => reviewed)
      .sort()
      .at(-1),
    entries: records,
  });
}

/** Paths of one page for each entry, with its record. */
export async function recordPaths() {
  const { entries } = await loadGlossary();
  return entries.map((record) => ({ params: { term: record.id }, props: { record } }));
}
