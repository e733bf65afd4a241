/** How entries relate, as the lines of a map: what to read first, what is a kind of what, what to tell apart, what is near. */

import type { Term } from '../term-list.ts';

export type Kind = 'prerequisite' | 'broader' | 'contrast' | 'related';

export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
}

const fields = {
  prerequisite: 'prerequisites',
  broader: 'broader',
  contrast: 'contrast',
  related: 'related',
} as const satisfies Record<Kind, keyof Term['data']>;

/** Whether a relation says which of the two comes first. */
export const isDirected = (kind: Kind): boolean => kind === 'prerequisite' || kind === 'broader';

/**
 * One relation for each pair of entries, the strongest that either names. It leads from what comes first, or is wider,
 * to what rests on it.
 */
export function relationsAmong(entries: readonly Term[]): Relation[] {
  const ids = new Set(entries.map(({ id }) => id));
  const found = new Map<string, Relation>();
  for (const kind of Object.keys(fields) as Kind[]) {
    for (const { id, data } of entries) {
      for (const other of data[fields[kind]]) {
        const pair = [id, other].sort().join(' ');
        if (!ids.has(other) || found.has(pair)) continue;
        found.set(pair, isDirected(kind) ? { from: other, to: id, kind } : { from: id, to: other, kind });
      }
    }
  }
  return [...found.values()];
}

/** The entries that stand in one relation to an entry. */
export interface Neighbours<T> {
  readonly kind: Kind;
  readonly label: string;
  readonly entries: readonly T[];
}

/** The entries around one, each under its strongest relation: those before it and those after it. */
export function around<T extends Term>(
  entries: readonly T[],
  id: string,
): { before: Neighbours<T>[]; after: Neighbours<T>[] } {
  const relations = relationsAmong(entries).filter(({ from, to }) => from === id || to === id);
  const group = (kind: Kind, label: string, counts: (relation: Relation) => boolean): Neighbours<T> => {
    const others = relations
      .filter((relation) => relation.kind === kind && counts(relation))
      .map(({ from, to }) => (from === id ? to : from));
    return { kind, label, entries: entries.filter((entry) => others.includes(entry.id)) };
  };
  const filled = (groups: Neighbours<T>[]) => groups.filter((one) => one.entries.length > 0);
  return {
    before: filled([
      group('prerequisite', 'Read first', ({ to }) => to === id),
      group('broader', 'A kind or part of', ({ to }) => to === id),
      group('contrast', 'Compare', () => true),
    ]),
    after: filled([
      group('broader', 'Kinds and parts', ({ from }) => from === id),
      group('prerequisite', 'Leads on to', ({ from }) => from === id),
      group('related', 'See also', () => true),
    ]),
  };
}
