/** Many small heatmaps beside each other, on one scale: feature maps, filters, digits. */

import { type Grid, heatmapMarkup, rangeOf, type Shades } from './heatmap.ts';
import { type PixelPicture, pictureAddress } from './pixel-picture.ts';
import { escaped } from './series.ts';

export interface SmallMultiples {
  /** Unique in the page. */
  readonly id: string;
  readonly maps: readonly { readonly title: string; readonly grid: Grid }[];
  readonly shades: Shades;
  /** Without it, one range for all, from all their numbers. */
  readonly range?: readonly [number, number];
}

export function smallMultiplesMarkup({ id, maps, shades, range }: SmallMultiples): string {
  const all = maps.flatMap(({ grid }) => Array.from(grid.values));
  const shared = range ?? rangeOf({ grid: { rows: 1, columns: all.length, values: all }, shades });
  const items = maps.map(
    ({ title, grid }, i) =>
      `<li>${heatmapMarkup({ id: `${id}-${i}`, title, description: '', grid, shades, range: shared })}<span aria-hidden="true">${escaped(title)}</span></li>`,
  );
  return `<ul class="small-multiples" role="list">${items.join('')}</ul>`;
}

/** Filters over red, green and blue, as the colours that excite them most. Grey means 0; one scale for each filter. */
export function colourFiltersMarkup(
  filters: readonly {
    readonly title: string;
    readonly rows: number;
    readonly columns: number;
    readonly values: ArrayLike<number>;
  }[],
): string {
  const items = filters.map(({ title, rows, columns, values }) => {
    const address = pictureAddress(filterPicture(values, rows, columns));
    return `<li><img class="pixels" src="${address}" width="${columns}" height="${rows}" alt="${escaped(title)}"/><span aria-hidden="true">${escaped(title)}</span></li>`;
  });
  return `<ul class="small-multiples" role="list">${items.join('')}</ul>`;
}

/** @param values weights, shape [3, rows, columns] */
export function filterPicture(values: ArrayLike<number>, rows: number, columns: number): PixelPicture {
  const size = rows * columns;
  const most = Math.max(...Array.from(values, Math.abs)) || 1;
  const pixels = new Uint8Array(3 * size);
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0; i < size; i++)
      pixels[3 * i + channel] = Math.round(127.5 * (1 + values[channel * size + i] / most));
  return { width: columns, height: rows, pixels };
}
