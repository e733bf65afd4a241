/** A drawing of the reader's as rows of whole numbers that fit into a link, and back. */

import type { Point, Stroke } from '../../datasets/drawn-digits.ts';

/** Places along a side of the pad. */
export const penGrid = 99;
/** A link holds no more. */
export const mostPoints = 180;

/** @returns rows of the stroke's number, x and y; strokes thinned evenly if there are too many points */
export function toRows(strokes: readonly Stroke[]): readonly (readonly number[])[] {
  const points = strokes.reduce((sum, { length }) => sum + length, 0);
  const every = Math.max(1, Math.ceil(points / (mostPoints - strokes.length)));
  return strokes
    .flatMap((stroke, number) =>
      stroke
        .filter((_, i) => i % every === 0 || i === stroke.length - 1)
        .map(([x, y]) => [number + 1, Math.round(x * penGrid), Math.round(y * penGrid)]),
    )
    .slice(0, mostPoints);
}

/** @returns null if there are none */
export function fromRows(rows: readonly (readonly number[])[]): readonly Stroke[] | null {
  const strokes = new Map<number, Point[]>();
  for (const [number, x, y] of rows)
    strokes.set(number, [...(strokes.get(number) ?? []), [x / penGrid, y / penGrid]]);
  return strokes.size === 0 ? null : [...strokes.values()];
}
