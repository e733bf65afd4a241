/** A function of two variables as lines of equal value, from its values on a grid. */

import { max, min, ticks } from 'd3-array';
import { contours } from 'd3-contour';
import { scaleLog } from 'd3-scale';
import { short } from './plane.ts';
import type { Frame } from './plot-frame.ts';

export interface Landscape {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Numbers of points along each axis; the outermost stand on the ends of `x` and `y`. */
  readonly columns: number;
  readonly rows: number;
  /** Row by row from the lowest y, x fastest. */
  readonly values: ArrayLike<number>;
}

/** The points at which a landscape wants its function's values. @returns shape [rows · columns, 2] */
export function landscapePoints({ x, y, columns, rows }: Omit<Landscape, 'values'>): Float32Array {
  const points = new Float32Array(2 * rows * columns);
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      points[i++] = x[0] + (column * (x[1] - x[0])) / (columns - 1);
      points[i++] = y[0] + (row * (y[1] - y[0])) / (rows - 1);
    }
  return points;
}

/** Round levels over the values, or levels that grow by a constant factor above the lowest value. */
export function levelsOf(
  values: ArrayLike<number>,
  count: number,
  spacing: 'even' | 'log' = 'even',
): number[] {
  const finite = Array.from(values).filter(Number.isFinite);
  const [low, high] = [min(finite) ?? 0, max(finite) ?? 0];
  if (low >= high) return [];
  if (spacing === 'even') return ticks(low, high, count).filter((level) => level > low && level < high);
  // Four decades below the highest value, the lines near a minimum lie as close as can be told apart.
  const place = scaleLog([(high - low) * 1e-4, high - low], [0, count]);
  return Array.from({ length: count }, (_, i) => low + place.invert(i + 0.5));
}

/** For `below` of a plot: areas above each level, darker with height, and the lines around them. */
export function contourMarkup(landscape: Landscape, levels: readonly number[], { x, y }: Frame): string {
  const { columns, rows, values } = landscape;
  // d3 places the value of column i at i + 0.5.
  const across = (column: number) =>
    x(landscape.x[0] + ((column - 0.5) / (columns - 1)) * (landscape.x[1] - landscape.x[0]));
  const up = (row: number) =>
    y(landscape.y[0] + ((row - 0.5) / (rows - 1)) * (landscape.y[1] - landscape.y[0]));
  const high = max(Array.from(values).filter(Number.isFinite)) ?? 0;
  // A value that overflowed counts as high ground.
  const ground = Array.from(values, (value) => (Number.isFinite(value) ? value : high));
  const made = contours().size([columns, rows]).smooth(true);
  return levels
    .map((level) => {
      const rings = made.contour(ground, level).coordinates.flat();
      const path = rings
        .map((ring) => `M${ring.map(([a, b]) => `${short(across(a))} ${short(up(b))}`).join('L')}Z`)
        .join('');
      return path
        ? `<path class="plot-contour-area" fill-rule="evenodd" d="${path}"/><path class="plot-contour" d="${path}"/>`
        : '';
    })
    .join('');
}
