/** What the text of an entry says to programs: its version, the works it cites, the figures it embeds. */

import { createHash } from 'node:crypto';

/** The version of a text: the first twelve digits of its SHA-256. */
export const versionOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Keys of the works that a text cites, in order of first citation. */
export function citedKeys(body: string): string[] {
  const keys = [...body.matchAll(/\[(@[^[\]]+)\]/g)].flatMap(([, list]) =>
    list.split(';').map((item) => item.trim().replace(/^@|,.*$/g, '')),
  );
  return [...new Set(keys)];
}

/** Names of the figures that a text embeds. */
export const figuresIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/<Widget\s+name="([^"]+)"/g)].map(([, name]) => name)),
];
