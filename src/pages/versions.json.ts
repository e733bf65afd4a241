/** `/versions.json`: every version of every entry that is known, newest first. */

import { replyJson } from '../site/api/reply.ts';
import { loadEntries } from '../site/entries.ts';
import { versionsOf } from '../site/versions/history.ts';

export const GET = async () => {
  const entries = await loadEntries();
  return replyJson(
    Object.fromEntries(
      entries.map(({ id }) => [
        id,
        versionsOf(id).map(({ version, date, what, changed }) => ({ version, date, what, changed })),
      ]),
    ),
  );
};
