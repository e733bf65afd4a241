/**
 * The map of some entries as an arc diagram: their names in one column, each below what it rests on, and an arc on
 * the left for each relation. One column of text stays legible on a phone, however many lines there are.
 */

import type { Term } from '../term-list.ts';
import { arrow, drawing, line, name, phoneWidth, short, size } from './drawing.ts';
import { isDirected, type Relation, relationsAmong } from './relations.ts';

/** Where the names begin; the arcs have the space before. */
const margin = 84;
const widestArc = margin - 8;

/**
 * Each after what it rests on, and close to it: an entry follows the last of those it waits for.
 *
 * @param relations as `relationsAmong` gives them
 */
export function readingOrder<T extends Term>(entries: readonly T[], relations: readonly Relation[]): T[] {
  const directed = relations.filter(({ kind }) => isDirected(kind));
  const before = (id: string) => directed.filter(({ to }) => to === id).map(({ from }) => from);
  const after = (id: string) => directed.filter(({ from }) => from === id).map(({ to }) => to);
  const placed = new Map<string, T>();
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const place = (id: string): void => {
    const entry = known.get(id);
    if (!entry || placed.has(id)) return;
    placed.set(id, entry);
    for (const next of after(id)) if (before(next).every((one) => placed.has(one))) place(next);
  };
  for (const { id } of entries) if (before(id).length === 0) place(id);
  // Relations of different kinds can go round in a circle; prerequisites alone cannot.
  for (const { id } of entries) place(id);
  return [...placed.values()];
}

/** Entries, and those of other categories that they rest on or are a kind of. */
export function withGround<T extends Term>(entries: readonly T[], all: readonly T[]): T[] {
  const needed = new Set(entries.flatMap(({ data }) => [...data.prerequisites, ...data.broader]));
  return all.filter((entry) => entries.includes(entry) || needed.has(entry.id));
}

/** @param link the address of an entry */
export function arcDiagram<T extends Term>(
  entries: readonly T[],
  all: readonly T[],
  { label, link }: { label: string; link: (id: string) => string },
): string {
  const own = new Set(entries.map(({ id }) => id));
  const shown = withGround(entries, all);
  // What the entries of other categories have to do with each other belongs to their own drawings.
  const relations = relationsAmong(shown).filter(
    ({ from, to, kind }) => kind !== 'related' && (own.has(to) || (own.has(from) && !isDirected(kind))),
  );
  const order = readingOrder(shown, relations);
  const y = (id: string) => (order.findIndex((entry) => entry.id === id) + 0.5) * size.row;
  const arrowName = `map-arrow-${label.replaceAll(' ', '-')}`;
  const arc = ({ from, to, kind }: Relation): string => {
    const reach = Math.min(widestArc, 12 * Math.sqrt(Math.abs(y(to) - y(from)) / size.row));
    // A cubic curve reaches three quarters of the way to its handles.
    const handle = short(margin - 6 - (4 / 3) * reach);
    const start = `${margin - 6} ${short(y(from))}`;
    return line(
      kind,
      `M${start}C${handle} ${short(y(from))} ${handle} ${short(y(to))} ${margin - 6} ${short(y(to))}`,
      arrowName,
    );
  };
  const terms = order.map((entry) => {
    const arcs = relations.filter(({ to }) => to === entry.id).map(arc);
    const linked = name(entry, [entry.data.term], { x: margin, y: y(entry.id) }, link(entry.id));
    return `<g class="map-term${own.has(entry.id) ? '' : ' map-elsewhere'}">${arcs.join('')}${linked}</g>`;
  });
  return drawing(
    {
      width: phoneWidth,
      height: order.length * size.row,
      label: `Map of ${label}`,
      className: 'arc-diagram',
    },
    `<defs>${arrow(arrowName)}</defs>${terms.join('')}`,
  );
}
