/** Numbers as coloured cells, as SVG text whose colours come from the stylesheet: right in both themes, without script. */

import { max, min } from 'd3-array';
import { short } from './plane.ts';
import { escaped } from './series.ts';

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. NaN shows as a crossed cell. */
  readonly values: ArrayLike<number>;
}

/** `diverging` around 0, from orange over paper to blue; `sequential` from paper to blue; `ink` from paper to ink. */
export type Shades = 'diverging' | 'sequential' | 'ink';

export interface HeatmapSpec {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly grid: Grid;
  readonly shades: Shades;
  /** Values of the strongest shades; from the numbers themselves by default. Several heatmaps to compare share one. */
  readonly range?: readonly [number, number];
}

/** How many shades lie between none and full: finer ones look the same. */
const steps = 32;

/** A diverging range is as wide on both sides of 0, so that equal shades mean equal sizes. */
export function rangeOf({
  grid,
  shades,
  range,
}: Pick<HeatmapSpec, 'grid' | 'shades' | 'range'>): [number, number] {
  if (range) return [range[0], range[1]];
  const finite = Array.from(grid.values).filter(Number.isFinite);
  const [low, high] = [min(finite) ?? 0, max(finite) ?? 0];
  if (shades !== 'diverging')
    return low < high ? [Math.min(0, low), high] : [Math.min(0, low), Math.max(1, high)];
  const most = Math.max(Math.abs(low), Math.abs(high)) || 1;
  return [-most, most];
}

/** Where a value stands between no shade (0) and the full one; negative on the other side of a diverging scale. */
export function shadeOf(value: number, shades: Shades, [low, high]: readonly [number, number]): number {
  const share = shades === 'diverging' ? value / Math.max(-low, high) : (value - low) / (high - low);
  return Math.round(Math.min(1, Math.max(-1, share)) * steps) / steps;
}

export function heatmapMarkup(spec: HeatmapSpec): string {
  const { id, grid, title, description } = spec;
  return (
    `<svg class="heatmap-drawing" viewBox="0 0 ${grid.columns} ${grid.rows}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-text">${escaped(description)}</desc>` +
    `${cellsMarkup(spec)}</svg>`
  );
}

/** The cells alone, one unit wide and high; one path for each shade, for a rectangle each would be slow. */
export function cellsMarkup({ grid, shades, range }: Pick<HeatmapSpec, 'grid' | 'shades' | 'range'>): string {
  const { rows, columns, values } = grid;
  const ends = rangeOf({ grid, shades, ...(range ? { range } : {}) });
  const paths = new Map<number, string>();
  let crossed = '';
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; ) {
      const value = values[row * columns + column];
      if (!Number.isFinite(value)) {
        crossed += `M${column} ${row}l1 1m-1 0l1 -1`;
        column++;
        continue;
      }
      const shade = shadeOf(value, shades, ends);
      let next = column + 1;
      while (next < columns && shadeOf(values[row * columns + next], shades, ends) === shade) next++;
      const width = next - column;
      paths.set(shade, `${paths.get(shade) ?? ''}M${column} ${row}h${width}v1h${-width}z`);
      column = next;
    }
  paths.delete(0);
  const shaded = [...paths].map(
    ([shade, path]) =>
      `<path class="${shade < 0 ? 'heat-less' : 'heat-more'}" fill-opacity="${short(Math.abs(shade))}" d="${path}"/>`,
  );
  return (
    `<g class="heat heat-${shades}"><rect class="heat-none" width="${columns}" height="${rows}"/>${shaded.join('')}` +
    `${crossed ? `<path class="heat-missing" d="${crossed}"/>` : ''}</g>`
  );
}
