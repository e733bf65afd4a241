/** Heatmaps and small multiples in their states. */

import { heatLegendMarkup } from '../kit/heat-legend.ts';
import { type HeatmapSpec, heatmapMarkup, rangeOf } from '../kit/heatmap.ts';
import { heatmapView } from '../kit/heatmap-view.ts';
import { colourFiltersMarkup, smallMultiplesMarkup } from '../kit/small-multiples.ts';
import { each, gridOf, still } from './drawn.ts';
import type { Specimen, SpecimenState } from './specimen.ts';

function heat(name: string, spec: HeatmapSpec, meaning: string): SpecimenState {
  return {
    name,
    built: () =>
      `<div class="heatmap">${heatmapMarkup(spec)}${heatLegendMarkup(spec.shades, rangeOf(spec), meaning)}</div>`,
    make: () => {
      const view = heatmapView({ meaning });
      view.render(spec);
      return view.element;
    },
  };
}

const saddle: HeatmapSpec = {
  id: 'gallery-saddle',
  title: 'A saddle',
  description: 'Positive to the left and right, negative above and below.',
  shades: 'diverging',
  grid: gridOf(15, 21, (row, column) => (column - 10) ** 2 / 100 - (row - 7) ** 2 / 49),
};
const missing: HeatmapSpec = {
  ...saddle,
  id: 'gallery-missing',
  title: 'Products, with two that are missing',
  description: 'The product of row and column; two cells have no value.',
  shades: 'sequential',
  grid: gridOf(6, 9, (row, column) => (row === 2 && column > 6 ? Number.NaN : (row + 1) * (column + 1))),
};
const one: HeatmapSpec = {
  ...missing,
  id: 'gallery-one',
  title: 'One cell',
  grid: gridOf(1, 1, () => 0),
  shades: 'ink',
};

const waves = each(8, (i) => ({
  title: `wave ${i + 1}`,
  grid: gridOf(14, 14, (row, column) => Math.sin(((i + 1) * row) / 9) * Math.cos(((8 - i) * column) / 9)),
}));
const filters = each(6, (i) => ({
  title: `filter ${i + 1}`,
  rows: 7,
  columns: 7,
  values: each(147, (at) =>
    Math.sin(((i + 1) * (at % 7)) / 4 + Math.floor(at / 49) * 2 + Math.floor(at / 7) / 3),
  ),
}));

export const maps: readonly Specimen[] = [
  {
    title: 'Heatmap',
    made: 'heatmap.ts: heatmapMarkup(spec); heatmap-view.ts: heatmapView(options)',
    says: 'Numbers as cells. Pointer and arrow keys read a cell out; a cell without a value is crossed.',
    states: [
      heat('diverging', saddle, 'Height'),
      heat('sequential, with missing values', missing, 'Product'),
      heat('one cell of 0', one, 'Ink'),
    ],
  },
  {
    title: 'Small multiples',
    made: 'small-multiples.ts: smallMultiplesMarkup(spec), colourFiltersMarkup(filters)',
    says: 'Feature maps and filters beside each other, on one scale.',
    states: [
      still('maps', smallMultiplesMarkup({ id: 'gallery-waves', maps: waves, shades: 'diverging' })),
      still('filters over red, green and blue', colourFiltersMarkup(filters)),
    ],
  },
];
