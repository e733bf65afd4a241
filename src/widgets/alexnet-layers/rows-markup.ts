/** The layers one below the other: towers, shapes, and bars for parameters and work. At build and in the page. */

import type { LayerRow, LayerTable } from './layers.ts';
import { mapsInWords, percent, whole } from './sentences.ts';
import { towerDrawings } from './tower.ts';

/** Full bars: the largest layer of the table. */
const largestOf = ({ rows }: LayerTable) => ({
  parameters: Math.max(...rows.map(({ parameters }) => parameters)),
  work: Math.max(...rows.map(({ work }) => work)),
});

function bar(kind: 'parameters' | 'work', value: number, full: number): string {
  const width = Math.round((10_000 * value) / full) / 100;
  return (
    `<span class="layer-bar series-${kind === 'parameters' ? 1 : 2}"><svg aria-hidden="true">` +
    `<rect class="plot-bar" width="${width}%" height="100%"/></svg><span>${whole(value)}</span></span>`
  );
}

/**
 * @param head what stands at the beginning of a layer's row, such as a radio button
 * @returns the picture's row, then the layers'
 */
export function rowsMarkup(table: LayerTable, head: (row: LayerRow) => string): string[] {
  const [picture, ...towers] = towerDrawings(table);
  const full = largestOf(table);
  const pixels =
    `<div class="layer-row layer-picture">${picture}<span class="layer-name">picture</span>` +
    `<span class="layer-shape">${mapsInWords(table.pixels)}</span></div>`;
  const rows = table.rows.map((row, i) => {
    const bars =
      row.parameters === 0
        ? '<span class="layer-none">no parameters</span>'
        : `${bar('parameters', row.parameters, full.parameters)}${bar('work', row.work, full.work)}`;
    return (
      `${towers[i]}${head(row)}<span class="layer-shape">${mapsInWords(row.output)}</span>` +
      `<span class="layer-bars">${bars}</span>`
    );
  });
  return [pixels, ...rows];
}

export const legendMarkup = (table: LayerTable): string =>
  '<ul class="layer-legend" role="list">' +
  `<li class="series-1"><svg viewBox="0 0 16 10" aria-hidden="true"><rect class="plot-bar" width="16" height="10"/></svg>Parameters: ${whole(table.parameters)}</li>` +
  `<li class="series-2"><svg viewBox="0 0 16 10" aria-hidden="true"><rect class="plot-bar" width="16" height="10"/></svg>Multiply-adds: ${whole(table.work)}</li></ul>`;

/** Where the two weights of the network lie. */
export function sharesOf(table: LayerTable): { readonly parameters: string; readonly work: string } {
  const of = (kind: LayerRow['kind'], count: 'parameters' | 'work') =>
    table.rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row[count], 0);
  return {
    parameters: percent(of('dense', 'parameters') / table.parameters),
    work: percent(of('convolution', 'work') / table.work),
  };
}
