import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { markdownEntry } from '../site/api/markdown-entry.ts';
import { reply } from '../site/api/reply.ts';
import { plainReference } from '../site/bibliography/format.ts';
import type { SourceRecord } from '../site/bibliography/read.ts';
import { type Entry, loadEntries } from '../site/entries.ts';

export async function getStaticPaths() {
  const entries = await loadEntries();
  return entries.map((entry) => ({ params: { term: entry.id }, props: { entry } }));
}

export const GET: APIRoute<{ entry: Entry }> = async ({ props }) => {
  const sources = new Map((await getCollection('sources')).map(({ id, data }) => [id, data as SourceRecord]));
  return reply(
    'md',
    markdownEntry(props.entry, (key) => plainReference(sources.get(key) as SourceRecord)),
  );
};
