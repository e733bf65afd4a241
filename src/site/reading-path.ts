/** What to read before an entry, and before that: the prerequisites of the prerequisites, in an order that works. */

import type { Term } from './term-list.ts';

/**
 * All that an entry rests on, each after what it rests on itself; the entry is not among them.
 *
 * @throws Error naming the entries, if they are prerequisites of each other
 */
export function readingPath<T extends Term>(entries: readonly T[], id: string): T[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const path = new Set<T>();
  const visit = (entry: T, above: readonly string[]): void => {
    const line = [...above, entry.id];
    const start = above.indexOf(entry.id);
    if (start >= 0) {
      throw new Error(
        `content/entries: prerequisites go round in a circle: ${line.slice(start).join(' → ')}. One of them must go.`,
      );
    }
    if (path.has(entry)) return;
    for (const before of entry.data.prerequisites) {
      const found = known.get(before);
      if (found) visit(found, line);
    }
    path.add(entry);
  };
  const goal = known.get(id);
  if (!goal) return [];
  visit(goal, []);
  path.delete(goal);
  return [...path];
}

/** @throws Error naming the entries, if some are prerequisites of each other */
export function checkPrerequisites(entries: readonly Term[]): void {
  for (const { id } of entries) readingPath(entries, id);
}
