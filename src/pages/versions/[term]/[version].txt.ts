/** `/versions/<term>/<version>.txt`: the text of an entry as it was in that version. */

import type { APIRoute } from 'astro';
import { reply } from '../../../site/api/reply.ts';
import { loadEntries } from '../../../site/entries.ts';
import { textsOf } from '../../../site/versions/entry-version.ts';

export async function getStaticPaths() {
  const entries = await loadEntries();
  return entries.flatMap(({ id }) =>
    textsOf(id).map(({ version, text }) => ({ params: { term: id, version }, props: { text } })),
  );
}

export const GET: APIRoute = ({ props }) => reply('txt', props.text);
