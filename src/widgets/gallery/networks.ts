/** Networks, contours and arrows in their states. */

import { contourMarkup, type Landscape, landscapePoints, levelsOf } from '../kit/contour-map.ts';
import { type NetworkSpec, networkMarkup } from '../kit/network-diagram.ts';
import { type PlotSpec, plotMarkup } from '../kit/plot.ts';
import { arrowMarkup } from '../kit/plot-arrow.ts';
import { plotView } from '../kit/plot-view.ts';
import { inTwoWidths, watchWidth } from '../kit/width.ts';
import { each } from './drawn.ts';
import type { Specimen, SpecimenState } from './specimen.ts';

const network: NetworkSpec = {
  id: 'gallery-network',
  title: 'Two inputs, two hidden units, one output',
  description:
    'Both inputs lead to both hidden units and these to the output; the path through the first hidden unit is set apart.',
  written: true,
  layers: [
    {
      title: 'Inputs',
      units: [
        { name: 'x₁', value: 1, highlighted: true },
        { name: 'x₂', value: 0 },
      ],
    },
    {
      title: 'Hidden',
      units: [
        { name: 'h₁', value: 0.88, highlighted: true },
        { name: 'h₂', value: -0.52 },
      ],
    },
    { title: 'Output', units: [{ name: 'y', value: 0.97, highlighted: true }] },
  ],
  edges: [
    { from: [0, 0], to: 0, weight: 2.1, highlighted: true },
    { from: [0, 0], to: 1, weight: -1.2 },
    { from: [0, 1], to: 0, weight: 0.4 },
    { from: [0, 1], to: 1, weight: -3 },
    { from: [1, 0], to: 0, weight: 1.8, highlighted: true },
    { from: [1, 1], to: 0, weight: -0.3 },
  ],
};
const large: NetworkSpec = {
  id: 'gallery-large',
  title: 'Four layers of up to twelve units',
  description: 'Every unit leads to every unit of the next layer.',
  layers: [6, 12, 12, 3].map((count, i) => ({
    title: ['Inputs', 'First hidden layer', 'Second hidden layer', 'Outputs'][i],
    units: each(count, (unit) => ({ name: String(unit + 1), value: Math.sin(unit + i) })),
  })),
  edges: [6, 12, 12].flatMap((count, layer) =>
    each(count * [12, 12, 3][layer], (i) => ({
      from: [layer, i % count] as const,
      to: Math.floor(i / count),
      weight: Math.sin(i * 1.7 + layer),
    })),
  ),
};
const drawn = (name: string, spec: NetworkSpec): SpecimenState => ({
  name,
  built: () => inTwoWidths((width) => networkMarkup(spec, width)),
  make: () => {
    const element = document.createElement('div');
    watchWidth(element, (width) => {
      element.innerHTML = networkMarkup(spec, width);
    });
    return element;
  },
});

const bowl: Omit<Landscape, 'values'> = { x: [-2, 2], y: [-2, 2], columns: 41, rows: 41 };
const points = landscapePoints(bowl);
const values = each(41 * 41, (i) => points[2 * i] ** 2 + 10 * points[2 * i + 1] ** 2);
const valley: PlotSpec = {
  id: 'gallery-valley',
  title: 'x² + 10 y² and two arrows',
  description: 'Ellipses around the origin; an arrow up the slope and one down it.',
  x: { title: 'x', domain: [-2, 2] },
  y: { title: 'y', domain: [-2, 2] },
  aspect: 0.8,
  series: [
    {
      name: 'a way down',
      points: [
        [-1.8, 1.6],
        [-1.5, -1.1],
        [-1.2, 0.7],
        [-0.9, -0.4],
        [-0.6, 0.15],
      ],
    },
  ],
  below: (frame) => contourMarkup({ ...bowl, values }, levelsOf(values, 10, 'log'), frame),
  above: (frame) =>
    arrowMarkup({ from: [-1.2, 0.7], to: [-0.9, -0.4], number: 2, text: 'step' }, frame) +
    arrowMarkup({ from: [-1.2, 0.7], to: [-1.4, 1.7], number: 3, text: 'gradient' }, frame),
};

export const networks: readonly Specimen[] = [
  {
    title: 'Network',
    made: 'network-diagram.ts: networkMarkup(spec, width)',
    says: 'Units and weights. Width is size; a dashed line is a negative weight.',
    states: [drawn('with values and weights', network), drawn('many units', large)],
  },
  {
    title: 'Contours and arrows',
    made: 'contour-map.ts: contourMarkup(landscape, levels, frame); plot-arrow.ts: arrowMarkup(arrow, frame)',
    says: 'Layers of a plot: a function of two variables below its series, arrows above them.',
    states: [
      {
        name: 'levels that grow by a factor',
        wide: true,
        built: () => inTwoWidths((width) => plotMarkup(valley, width)),
        make: () => {
          const view = plotView();
          view.render(valley);
          return view.element;
        },
      },
    ],
  },
];
