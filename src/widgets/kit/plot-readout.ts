/** The values of a plot at one place of its horizontal axis, in words, and all of them as a table. */

import { ascending } from 'd3-array';
import { axisText, isOn } from './axis.ts';
import type { PlotSpec, Series } from './plot.ts';
import type { TableSpec } from './table-view.ts';

/** Every place at which a series has a value, from left to right. */
export const stopsOf = ({ x, series }: PlotSpec): number[] =>
  [...new Set(series.flatMap(({ points }) => points.map(([at]) => at)))]
    .filter((at) => isOn(x, at))
    .sort(ascending);

/** The values of a series at a place: more than one where points lie above each other. */
export const valuesAt = ({ points }: Series, at: number): number[] =>
  points.filter(([x]) => x === at).map(([, y]) => y);

/** "Step 20: training loss 0.31, test loss 0.4" */
export function readOut(spec: PlotSpec, at: number): string {
  const values = spec.series.flatMap((series) => {
    const found = valuesAt(series, at);
    if (found.length === 0) return [];
    const texts = found.map((value) => (Number.isNaN(value) ? 'no value' : axisText(spec.y, value)));
    return [`${series.name} ${texts.join(' and ')}`];
  });
  return `${spec.x.title} ${axisText(spec.x, at)}: ${values.join(', ')}`;
}

export function tableOf(spec: PlotSpec): TableSpec {
  return {
    caption: spec.title,
    columns: [spec.x.title, ...spec.series.map(({ name }) => name)],
    rows: stopsOf(spec).map((at) => [
      at,
      ...spec.series.map((series) => {
        const values = valuesAt(series, at);
        return values.length === 1 ? values[0] : values.map((value) => axisText(spec.y, value)).join(', ');
      }),
    ]),
  };
}
