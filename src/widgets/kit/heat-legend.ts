/** The scale of a heatmap: its shades from end to end, with numbers. */

import { cellsMarkup, type Shades } from './heatmap.ts';
import { formatNumber } from './number-format.ts';
import { escaped } from './series.ts';

/** @param range the values of the strongest shades, as `rangeOf` gives them */
export function heatLegendMarkup(
  shades: Shades,
  [low, high]: readonly [number, number],
  meaning: string,
): string {
  const columns = 48;
  const values = Array.from({ length: columns }, (_, i) => low + ((i + 0.5) * (high - low)) / columns);
  const cells = cellsMarkup({ grid: { rows: 1, columns, values }, shades, range: [low, high] });
  const middle = shades === 'diverging' ? '<span>0</span>' : '';
  return (
    `<div class="heat-legend"><p>${escaped(meaning)}</p>` +
    `<svg viewBox="0 0 ${columns} 1" preserveAspectRatio="none" aria-hidden="true">${cells}</svg>` +
    `<div class="heat-legend-numbers"><span>${formatNumber(low)}</span>${middle}<span>${formatNumber(high)}</span></div></div>`
  );
}
