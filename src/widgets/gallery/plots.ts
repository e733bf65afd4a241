/** Plots, legends and tables in their states; what they show are plain functions, named as such. */

import { legendMarkup } from '../kit/legend.ts';
import type { PlotSpec, Series } from '../kit/plot.ts';
import { plotMarkup } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { seriesNumber } from '../kit/series.ts';
import { type TableSpec, tableMarkup, tableView } from '../kit/table-view.ts';
import { inTwoWidths } from '../kit/width.ts';
import { ring } from './ring.ts';
import type { Specimen, SpecimenState } from './specimen.ts';

const across = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => from + (i * (to - from)) / (count - 1));
const curve = (name: string, xs: readonly number[], of: (x: number) => number): Series => ({
  name,
  points: xs.map((x) => [x, of(x)]),
});

const six: PlotSpec = {
  id: 'gallery-six',
  title: 'Six functions',
  description: 'Six rising curves; the steeper ones leave the flatter ones below them.',
  x: { title: 'x' },
  y: { title: 'y' },
  series: across(6, 1, 6).map((power) => curve(`x to the ${power}`, across(101, 0, 1), (x) => x ** power)),
};
const sparse: PlotSpec = {
  ...six,
  id: 'gallery-few',
  title: 'Two functions with a gap',
  description: 'A square root and a reciprocal; the square root has no value below 0.',
  series: [
    curve('square root of x', across(13, -2, 4), (x) => (x < 0 ? Number.NaN : Math.sqrt(x))),
    curve('1 over 1 + x²', across(13, -2, 4), (x) => 1 / (1 + x * x)),
  ],
  marks: [{ x: 0, text: 'begins here' }],
};
const logarithmic: PlotSpec = {
  id: 'gallery-log',
  title: 'Powers on logarithmic axes',
  description: 'Two straight lines, one rising and one falling.',
  x: { title: 'x', kind: 'log' },
  y: { title: 'y', kind: 'log' },
  series: [
    curve(
      'x squared',
      across(60, 0, 4).map((power) => 10 ** power),
      (x) => x * x,
    ),
    curve(
      '1 over x',
      across(60, 0, 4).map((power) => 10 ** power),
      (x) => 1 / x,
    ),
  ],
};
const symmetric: PlotSpec = {
  ...logarithmic,
  id: 'gallery-symlog',
  title: 'A cube on a symlog axis',
  description: 'A curve that rises from −1000 through 0 to 1000.',
  x: { title: 'x' },
  y: { title: 'x cubed, symlog', kind: 'symlog' },
  series: [curve('x cubed', across(81, -10, 10), (x) => x ** 3)],
};
const bars: PlotSpec = {
  ...symmetric,
  id: 'gallery-bars',
  title: 'Binomial distribution',
  description: 'Eleven bars, the highest in the middle.',
  x: { title: 'Heads in ten throws' },
  y: { title: 'Ways' },
  series: [
    {
      name: 'ways',
      as: 'bars',
      points: [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1].map((ways, heads) => [heads, ways]),
    },
  ],
};
const banded: PlotSpec = {
  ...symmetric,
  id: 'gallery-band',
  title: 'Points, a line and a band',
  description: 'A line, a band around it that widens to the right, and points in the band.',
  y: { title: 'y' },
  bands: [{ name: 'x ± √x', points: across(41, 0, 10).map((x) => [x, x - Math.sqrt(x), x + Math.sqrt(x)]) }],
  series: [
    curve('x', across(41, 0, 10), (x) => x),
    { name: 'x rounded', as: 'points', points: across(14, 0.4, 9.6).map((x) => [x, Math.round(x)]) },
  ],
  marks: [{ y: 8, text: 'eight' }],
};
const empty: PlotSpec = {
  ...bars,
  id: 'gallery-empty',
  title: 'A plot without data',
  description: 'Nothing yet.',
  series: [],
  empty: 'Take a step to see its loss.',
};

function living(spec: PlotSpec): HTMLElement {
  const view = plotView();
  view.render(spec);
  return view.element;
}
const state = (name: string, spec: PlotSpec): SpecimenState => ({
  name,
  wide: true,
  make: () => living(spec),
  built: () => inTwoWidths((width) => plotMarkup(spec, width)),
});

const table: TableSpec = {
  caption: 'Squares and cubes',
  columns: ['Number', 'Square', 'Cube'],
  rows: across(500, 1, 500).map((n) => [n, n ** 2, n ** 3]),
};
function tableOf(spec: TableSpec): HTMLElement {
  const view = tableView();
  view.render(spec);
  return view.element;
}
const items = across(6, 0, 5).map((i) => ({ name: `series ${i + 1}`, number: seriesNumber(i) }));
function list(markup: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = markup;
  return element;
}

export const plots: readonly Specimen[] = [
  {
    title: 'Plot',
    made: 'plot.ts: plotMarkup(spec, width); plot-view.ts: plotView()',
    says: 'Series over two axes. The pointer or the arrow keys read the values out; the table below holds them all.',
    states: [
      state('six series', six),
      state('few points, a gap and a mark', sparse),
      state('logarithmic axes', logarithmic),
      state('symlog axis', symmetric),
      state('bars', bars),
      state('points, line, band and mark', banded),
      state('empty', empty),
    ],
  },
  ring,
  {
    title: 'Legend',
    made: 'legend.ts: legendMarkup(items)',
    says: 'What colours, dashes and symbols mean. The six of the palette in their order.',
    states: [
      {
        name: 'lines',
        make: () => list(legendMarkup(items)),
        built: () => legendMarkup(items),
        wide: true,
      },
    ],
  },
  {
    title: 'Table',
    made: 'table-view.ts: tableView(), tableMarkup(spec), csvText(spec)',
    says: 'The same numbers for eyes and programs that prefer them as numbers; scrolls under its head, and copies as CSV.',
    states: [
      { name: 'five hundred rows', make: () => tableOf(table), built: () => tableMarkup(table) },
      { name: 'empty', make: () => tableOf({ ...table, caption: 'A table without rows', rows: [] }) },
    ],
  },
];
