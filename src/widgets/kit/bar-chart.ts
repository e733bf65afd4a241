/** Horizontal bars with names and values, as HTML text: probabilities of classes, parameters of layers. */

import { formatNumber } from './number-format.ts';
import { escaped, type SeriesNumber } from './series.ts';

export interface Bar {
  readonly name: string;
  /** 0 or more. */
  readonly value: number;
  /** Written instead of the number. */
  readonly text?: string;
  /** Set apart from the others, such as the class that was answered; says why, for those who do not see it. */
  readonly marked?: string;
}

export interface BarChart {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** The value of a full bar; the largest by default. 1 for probabilities. */
  readonly full?: number;
  readonly number?: SeriesNumber;
}

/** A table whose bars are drawn behind nothing and read out by none: its numbers are there. */
export function barChartMarkup({ title, bars, full, number = 1 }: BarChart): string {
  const longest = full ?? Math.max(...bars.map(({ value }) => value).filter(Number.isFinite), 0);
  const rows = bars.map(({ name, value, text, marked }) => {
    const share = longest > 0 && Number.isFinite(value) ? Math.min(1, Math.max(0, value / longest)) : 0;
    const bar =
      '<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">' +
      `<rect class="bar-ground" width="100" height="1"/><rect class="plot-bar" width="${Math.round(share * 1e4) / 100}" height="1"/></svg>`;
    const why = marked ? `<span class="unseen">, ${escaped(marked)}</span>` : '';
    return (
      `<tr${marked ? ' data-marked' : ''}><th scope="row">${escaped(name)}${why}</th><td class="bar-place">${bar}</td>` +
      `<td>${escaped(text ?? formatNumber(value))}</td></tr>`
    );
  });
  if (bars.length === 0) rows.push('<tr><td>No values yet.</td></tr>');
  return `<table class="bars series-${number}"${bars.some(({ name }) => name.length > 14) ? ' data-long' : ''}><caption>${escaped(title)}</caption><tbody>${rows.join('')}</tbody></table>`;
}
