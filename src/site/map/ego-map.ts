/** An entry and its direct relations as a drawing: for a wide column with the entry in the middle, for a phone in one column. */

import type { Term } from '../term-list.ts';
import { arrow, drawing, line, lines, name, phoneWidth, short, size, text } from './drawing.ts';
import { around, type Neighbours } from './relations.ts';

type Link = (id: string) => string;

/** The text column of a page. */
const wide = { width: 592, names: 192, box: 160, letters: 27 };
const narrow = { indent: 34, spine: 8 };
const labelHeight = 24;
const groupGap = 10;
const boxHeight = 40;

/** Both drawings; which of them is seen is a matter of the page's width. Empty if the entry has no relations. */
export function egoMaps<T extends Term>(entry: T, all: readonly T[], link: Link): string {
  const { before, after } = around(all, entry.id);
  if (before.length + after.length === 0) return '';
  return wideMap(entry, before, after, link) + narrowMap(entry, before, after, link);
}

interface Row<T> {
  readonly entry: T;
  readonly words: string[];
  /** The middle of the row. */
  readonly y: number;
}
interface Stack<T> {
  readonly group: Neighbours<T>;
  readonly labelY: number;
  readonly rows: Row<T>[];
}

/** Groups below each other. */
function stack<T extends Term>(groups: readonly Neighbours<T>[], letters: number) {
  let y = 0;
  const stacks = groups.map((group, i): Stack<T> => {
    if (i > 0) y += groupGap;
    const labelY = y + labelHeight / 2;
    y += labelHeight;
    const rows = group.entries.map((entry) => {
      const words = lines(entry.data.term, letters);
      const height = size.row + (words.length - 1) * size.line;
      y += height;
      return { entry, words, y: y - height / 2 };
    });
    return { group, labelY, rows };
  });
  return { stacks, height: y };
}

const label = (words: string, x: number, y: number, anchor: 'start' | 'end' = 'start'): string =>
  text([words], { x, y, anchor, className: 'map-label' });

const box = (words: readonly string[], x: number, y: number, width: number): string =>
  `<rect class="map-box" x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${boxHeight + (words.length - 1) * size.line}" rx="3"/>` +
  text(words, {
    x: x + width / 2,
    y: y + (boxHeight + (words.length - 1) * size.line) / 2,
    anchor: 'middle',
    className: 'map-self',
  });

function wideMap<T extends Term>(
  entry: T,
  before: readonly Neighbours<T>[],
  after: readonly Neighbours<T>[],
  link: Link,
): string {
  const arrowName = 'map-arrow-wide';
  const left = stack(before, wide.letters);
  const right = stack(after, wide.letters);
  const words = lines(entry.data.term, 18);
  const height = Math.max(left.height, right.height, boxHeight + words.length * size.line);
  const middle = height / 2;
  const side = ({ stacks, height: own }: typeof left, isLeft: boolean): string => {
    const top = middle - own / 2;
    const edge = isLeft ? wide.names : wide.width - wide.names;
    const anchor = isLeft ? 'end' : 'start';
    const away = isLeft ? 1 : -1;
    const boxEdge = (wide.width - away * wide.box) / 2;
    const parts = stacks.flatMap(({ group, labelY, rows }, i) => {
      const meet = middle + (i - (stacks.length - 1) / 2) * 10;
      const curves = rows.map((row) => {
        const from = [edge + away * 6, top + row.y];
        const to = [boxEdge, meet];
        const bend = short((from[0] + to[0]) / 2);
        const [start, end] = isLeft ? [from, to] : [to, from];
        return line(
          group.kind,
          `M${short(start[0])} ${short(start[1])}C${bend} ${short(start[1])} ${bend} ${short(end[1])} ${short(end[0])} ${short(end[1])}`,
          arrowName,
        );
      });
      const names = rows.map((row) =>
        name(row.entry, row.words, { x: edge, y: top + row.y, anchor }, link(row.entry.id)),
      );
      return [...curves, label(group.label, edge, top + labelY, anchor), ...names];
    });
    return parts.join('');
  };
  const boxTop = middle - (boxHeight + (words.length - 1) * size.line) / 2;
  return drawing(
    { width: wide.width, height, label: `Concept map of ${entry.data.term}`, className: 'ego-map wide-map' },
    `<defs>${arrow(arrowName)}</defs>${side(left, true)}` +
      `${box(words, (wide.width - wide.box) / 2, boxTop, wide.box)}${side(right, false)}`,
  );
}

function narrowMap<T extends Term>(
  entry: T,
  before: readonly Neighbours<T>[],
  after: readonly Neighbours<T>[],
  link: Link,
): string {
  const arrowName = 'map-arrow-narrow';
  const letters = Math.floor((phoneWidth - narrow.indent) / size.letter);
  const above = stack(before, letters);
  const below = stack(after, letters);
  const boxTop = above.height + (above.height > 0 ? groupGap : 0);
  const belowTop = boxTop + boxHeight + groupGap;
  const part = ({ stacks }: typeof above, top: number, isAbove: boolean): string =>
    stacks
      .flatMap(({ group, labelY, rows }, i) => {
        // The group next to the box has its line nearest to the names, so that no two lines cross.
        const rank = isAbove ? stacks.length - 1 - i : i;
        const spine = narrow.spine + (2 - rank) * 7;
        const lineOf = (row: Row<T>): string => {
          const at = `${narrow.indent - 6} ${short(top + row.y)}`;
          const path = isAbove
            ? `M${at}H${spine}V${short(boxTop)}`
            : `M${spine} ${short(boxTop + boxHeight)}V${short(top + row.y)}H${narrow.indent - 6}`;
          return line(group.kind, path, arrowName);
        };
        const names = rows.map((row) =>
          name(row.entry, row.words, { x: narrow.indent, y: top + row.y }, link(row.entry.id)),
        );
        return [...rows.map(lineOf), label(group.label, narrow.indent, top + labelY), ...names];
      })
      .join('');
  const width = Math.min(phoneWidth, Math.max(120, entry.data.term.length * 8.8 + 28));
  return drawing(
    {
      width: phoneWidth,
      height: below.height > 0 ? belowTop + below.height : boxTop + boxHeight,
      label: `Concept map of ${entry.data.term}`,
      className: 'ego-map narrow-map',
    },
    `<defs>${arrow(arrowName)}</defs>${part(above, 0, true)}` +
      `${box([entry.data.term], 0, boxTop, width)}${part(below, belowTop, false)}`,
  );
}
