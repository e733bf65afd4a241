/** How entries relate, as the lines of a map: what to read first, what is a kind of what, what is merely near. */

import type { Term } from '../term-list.ts';

export type Kind = 'prerequisite' | 'broader' | 'related';

export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
}

/**
 * One relation for each pair of entries, the strongest that either names. It leads from what comes first, or is wider,
 * to what rests on it.
 */
export function relationsAmong(entries: readonly Term[]): Relation[] {
  const ids = new Set(entries.map(({ id }) => id));
  const found = new Map<string, Relation>();
  const add = (from: string, to: string, kind: Kind) => {
    const pair = [from, to].sort().join(' ');
    if (ids.has(from) && ids.has(to) && !found.has(pair)) found.set(pair, { from, to, kind });
  };
  for (const { id, data } of entries) for (const first of data.prerequisites) add(first, id, 'prerequisite');
  for (const { id, data } of entries) for (const wider of data.broader) add(wider, id, 'broader');
  for (const { id, data } of entries) for (const near of data.related) add(id, near, 'related');
  return [...found.values()];
}
