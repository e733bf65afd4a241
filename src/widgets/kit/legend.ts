/** What the colours and symbols of a drawing mean, as HTML text. */

import { escaped, type SeriesNumber, seriesSymbol } from './series.ts';

export interface LegendItem {
  readonly name: string;
  readonly number: SeriesNumber;
  readonly as?: 'line' | 'points' | 'bars' | 'band';
}

const samples = {
  line: (number: SeriesNumber) =>
    `<path class="plot-line" d="M-14 0H14"/><path class="plot-symbol" d="${seriesSymbol(number)}"/>`,
  points: (number: SeriesNumber) => `<path class="plot-symbol" d="${seriesSymbol(number, 60)}"/>`,
  bars: () => '<rect class="plot-bar" x="-8" y="-7" width="16" height="14"/>',
  band: () => '<rect class="plot-band" x="-14" y="-7" width="28" height="14"/>',
};

/** A symbol alone needs half the room of a piece of line. */
const isSmall = (as: keyof typeof samples): boolean => as === 'points' || as === 'bars';

/** @returns a list; empty text for a legend of nothing */
export function legendMarkup(items: readonly LegendItem[]): string {
  if (items.length === 0) return '';
  const entries = items.map(
    ({ name, number, as = 'line' }) =>
      `<li><svg class="series-${number}" viewBox="${isSmall(as) ? '-8 -8 16 16' : '-16 -8 32 16'}" aria-hidden="true">${samples[as](number)}</svg>${escaped(name)}</li>`,
  );
  return `<ul class="series-legend" role="list">${entries.join('')}</ul>`;
}
