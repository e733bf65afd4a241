/** What a model answers all over a plane, as coloured areas and lines. */

import { contours } from 'd3-contour';
import { bottom, horizontal, left, type Plane, right, short, top, vertical } from './plane.ts';

/**
 * Points of a square grid over the plane, row by row from below, x₁ fastest: what a model is fed.
 * One ring of cells lies outside the plane, so that contours run on to its edge.
 *
 * @param cells cells along one side of the plane
 * @returns coordinates, shape [(cells + 2)², 2]
 */
export function gridPoints({ domain }: Plane, cells: number): Float32Array {
  const side = cells + 2;
  const step = (domain[1] - domain[0]) / cells;
  const at = (index: number) => domain[0] + (index - 0.5) * step;
  const points = new Float32Array(side * side * 2);
  for (let row = 0, i = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      points[i++] = at(column);
      points[i++] = at(row);
    }
  return points;
}

export const gridCount = (cells: number): number => (cells + 2) ** 2;

/**
 * SVG path of the area in which `values` reach `level`; empty if it is nowhere.
 *
 * @param values one number per point of `gridPoints`
 */
export function areaPath(plane: Plane, values: ArrayLike<number>, level: number): string {
  const side = Math.round(Math.sqrt(values.length));
  const [x, y] = [horizontal(plane), vertical(plane)];
  const step = (plane.domain[1] - plane.domain[0]) / (side - 2);
  // d3 places the value of column i at i + 0.5.
  const toUser = ([column, row]: readonly number[]) =>
    `${short(x(plane.domain[0] + (column - 1) * step))} ${short(y(plane.domain[0] + (row - 1) * step))}`;
  const area = contours().size([side, side]).contour(Array.from(values), level);
  return area.coordinates
    .flatMap((polygon) => polygon.map((ring) => `M${corners(ring).map(toUser).join('L')}Z`))
    .join('');
}

/** The places of a closed ring at which it turns. */
function corners(ring: readonly (readonly number[])[]): (readonly number[])[] {
  const places = ring.slice(0, -1);
  return places.filter(([x, y], i) => {
    const [ax, ay] = places[(i + places.length - 1) % places.length];
    const [bx, by] = places[(i + 1) % places.length];
    return Math.abs((x - ax) * (by - y) - (y - ay) * (bx - x)) > 1e-4;
  });
}

/**
 * Two areas and the boundary between them.
 *
 * @param boundary the level from which on the answer is positive
 * @param further levels drawn as thin lines
 */
export function fieldMarkup(
  plane: Plane,
  values: ArrayLike<number>,
  boundary: number,
  further: readonly number[] = [],
): string {
  const path = areaPath(plane, values, boundary);
  const lines = further
    .map((level) => `<path class="field-level" d="${areaPath(plane, values, level)}"/>`)
    .join('');
  return (
    `<rect class="field-negative" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>` +
    (path
      ? `<path class="field-positive" d="${path}"/>${lines}<path class="field-boundary" d="${path}"/>`
      : lines)
  );
}
