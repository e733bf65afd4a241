/** Where a term is used: the entries whose text links to it or names it. */

import { type Named, nameFinder } from './term-names.ts';

/** What is read of an entry. */
export interface Written {
  readonly id: string;
  readonly data: { readonly term: string; readonly aliases: readonly string[]; readonly summary: string };
  readonly body?: string | undefined;
}

/** Prose without code, equations, headings, elements and the targets of links. */
const prose = (text: string): string =>
  text
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]*\$|`[^`\n]*`/g, ' ∎ ')
    .replace(/^#+ .*$/gm, '')
    .replace(/<Widget[\s\S]*?<\/Widget>|<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']');

/** For each entry, by its id, those that use it, in the order given. */
export function backlinks<T extends Written>(entries: readonly T[]): Map<string, T[]> {
  const names: Named[] = entries.map(({ id, data }) => ({ id, term: data.term, aliases: data.aliases }));
  const find = nameFinder(names);
  const users = new Map<string, T[]>(entries.map(({ id }) => [id, []]));
  for (const entry of entries) {
    const { id, data, body = '' } = entry;
    const linked = [...body.matchAll(/\]\(\/([a-z0-9-]+)\/[^)]*\)/g)].map(([, target]) => target);
    const named = find(`${data.summary}\n\n${prose(body)}`).map((mention) => mention.id);
    for (const used of new Set([...linked, ...named])) if (used !== id) users.get(used)?.push(entry);
  }
  return users;
}

const made = new WeakMap<readonly Written[], Map<string, Written[]>>();

/** `backlinks` of one entry; they are found once for a list of entries. */
export function usedIn<T extends Written>(entries: readonly T[], id: string): T[] {
  const users = (made.get(entries) as Map<string, T[]> | undefined) ?? backlinks(entries);
  made.set(entries, users);
  return users.get(id) ?? [];
}
