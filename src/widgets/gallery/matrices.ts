/** Matrices and bars in their states. */

import { barChartMarkup } from '../kit/bar-chart.ts';
import { type MatrixSpec, matrixMarkup, matrixView } from '../kit/matrix-view.ts';
import { each, gridOf, still } from './drawn.ts';
import type { Specimen } from './specimen.ts';

const matrix: MatrixSpec = {
  name: 'W',
  grid: gridOf(3, 4, (row, column) => (row - 1) * 0.75 + column * 0.1 - 0.15),
  rowNames: ['hidden 1', 'hidden 2', 'hidden 3'],
  columnNames: ['x₁', 'x₂', 'x₃', 'x₄'],
  highlights: [[1, 2]],
};
const extreme: MatrixSpec = {
  name: 'δ',
  grid: { rows: 1, columns: 5, values: [1e-7, -123456, Number.NaN, Number.POSITIVE_INFINITY, 0] },
};

function living(spec: MatrixSpec, editable: boolean): HTMLElement {
  let now = spec;
  const view = matrixView(
    editable
      ? (row, column, value) => {
          const values = Array.from(now.grid.values);
          values[row * now.grid.columns + column] = value;
          now = { ...now, grid: { ...now.grid, values } };
          view.render(now);
        }
      : undefined,
  );
  view.render(now);
  return view.element;
}

const scrolled = (spec: MatrixSpec): string =>
  `<div class="matrix-region" role="region" tabindex="0" aria-label="Matrix ${spec.name}, drawn">${matrixMarkup(spec)}</div>`;

const digits = each(10, (i) => ({
  name: String(i),
  value: i === 4 ? 0.93 : 0.07 / (1 + i),
  ...(i === 4 ? { marked: 'the answer' } : {}),
}));

export const matrices: readonly Specimen[] = [
  {
    title: 'Matrix',
    made: 'matrix-view.ts: matrixMarkup(spec), matrixView(onChange)',
    says: 'A matrix with its shape; single cells can be set apart, and cells can be fields.',
    states: [
      {
        name: 'with names and one cell set apart',
        built: () => scrolled(matrix),
        make: () => living(matrix, false),
      },
      { name: 'cells that can be changed', make: () => living({ ...matrix, name: 'V' }, true) },
      { name: 'extreme values', built: () => scrolled(extreme), make: () => living(extreme, false) },
    ],
  },
  {
    title: 'Bars',
    made: 'bar-chart.ts: barChartMarkup(chart)',
    says: 'Names, bars and values: probabilities of classes, parameters of layers.',
    states: [
      still('probabilities', barChartMarkup({ title: 'Probability of each digit', bars: digits, full: 1 })),
      still(
        'long names and large numbers',
        barChartMarkup({
          title: 'Parameters',
          number: 3,
          bars: [
            { name: 'first convolution, 5 × 5, from 1 to 6 channels', value: 156 },
            { name: 'dense', value: 48120 },
            { name: 'output', value: 850 },
          ],
        }),
      ),
      still('empty', barChartMarkup({ title: 'Probability of each digit', bars: [] })),
    ],
  },
];
