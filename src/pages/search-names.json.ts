import { figuresIn } from '../site/api/entry-text.ts';
import { replyJson } from '../site/api/reply.ts';
import { loadEntries } from '../site/entries.ts';
import { entryDecades } from '../site/entry-decades.ts';
import type { NamedEntry } from '../site/search/names.ts';

/** The names of all entries, small enough to be read before the first letter is typed. */
export const GET = async () =>
  replyJson(
    await Promise.all(
      (await loadEntries()).map(
        async (entry): Promise<NamedEntry> => ({
          id: entry.id,
          title: entry.data.term,
          aliases: entry.data.aliases,
          people: entry.data.people,
          summary: entry.data.summary,
          category: entry.data.category,
          decades: await entryDecades(entry),
          figure: figuresIn(entry.body ?? '').length > 0,
        }),
      ),
    ),
  );
