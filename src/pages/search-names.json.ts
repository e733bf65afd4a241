import { figuresIn } from '../site/api/entry-text.ts';
import { replyJson } from '../site/api/reply.ts';
import { loadEntries } from '../site/entries.ts';
import type { NamedEntry } from '../site/search/names.ts';

/** The names of all entries, small enough to be read before the first letter is typed. */
export const GET = async () =>
  replyJson(
    (await loadEntries()).map(
      ({ id, data, body = '' }): NamedEntry => ({
        id,
        title: data.term,
        aliases: data.aliases,
        people: data.people,
        summary: data.summary,
        category: data.category,
        figure: figuresIn(body).length > 0,
      }),
    ),
  );
