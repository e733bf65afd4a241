/** The drawings of the dropout figure as data: the same at build time and in the page. */

import type { BarChart } from '../kit/bar-chart.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { ablationCurves, distances, likeliest } from './model.ts';
import { type Answers, mostMasks, networkNames, networkTitles, type Shipped } from './state.ts';

export function distancePlot(id: string, answers: Answers | null, masks: number): PlotSpec {
  const curves = answers && distances(answers);
  const line = (values: readonly number[] = []) =>
    values.map((value, i): [number, number] => [i + 1, Math.max(value, 1e-6)]);
  return {
    id,
    title: 'Distance of the mean answer from the scaled network’s',
    description:
      'Over more and more masks the geometric mean comes ever nearer to the answer of the scaled network; the plain mean of the probabilities settles beside it.',
    x: { title: 'Masks, logarithmic', kind: 'log', domain: [1, mostMasks] },
    y: { title: 'Distance, logarithmic', kind: 'log' },
    series: [
      { name: 'mean', points: line(curves?.mean) },
      { name: 'geometric mean', points: line(curves?.geometric) },
    ],
    marks: [{ x: masks, text: `${masks} ${masks === 1 ? 'mask' : 'masks'}` }],
    empty: 'The network is being asked.',
  };
}

export function answerBars(answers: Answers, masks: number, what: 'whole' | 'mean'): BarChart {
  const values = what === 'whole' ? answers.whole : answers.means[masks - 1];
  const best = likeliest(values);
  return {
    title: what === 'whole' ? 'Scaled network' : `Mean over ${masks} ${masks === 1 ? 'mask' : 'masks'}`,
    full: 1,
    number: what === 'whole' ? 2 : 1,
    bars: values.map((value, digit) => {
      const spread = what === 'mean' ? ` ± ${formatNumber(answers.spreads[masks - 1][digit], 2)}` : '';
      return {
        name: String(digit),
        value,
        text: `${value.toFixed(3)}${spread}`,
        ...(digit === best ? { marked: 'the likeliest' } : {}),
      };
    }),
  };
}

export const handedBars = ({ handed }: Answers): BarChart => ({
  title: 'Sum that the hidden units hand on',
  bars: [
    { name: 'in training', value: handed.sampled },
    { name: 'afterwards', value: handed.whole },
  ],
});

export const ablationPlot = (id: string, shipped: Shipped | null): PlotSpec => ({
  id,
  title: 'Held-out accuracy without the strongest units',
  description:
    'Three networks of 128 hidden units, of which the strongest are taken away. The accuracy falls fastest in the network trained without dropout.',
  x: { title: 'Hidden units taken away', domain: [0, 64] },
  y: { title: 'Accuracy on 10,000 held-out digits' },
  series: shipped ? ablationCurves(shipped) : [],
  empty: 'Loading.',
});

export const curvePlot = (id: string, shipped: Shipped | null, set: 'loss' | 'held-out loss'): PlotSpec => ({
  id,
  title: set === 'loss' ? 'Loss on the 1,000 training digits' : 'Loss on 10,000 held-out digits',
  description: 'One line for each dropout rate, after each of 100 epochs, measured with all units present.',
  x: { title: 'Training steps' },
  y: { title: 'Loss in nats, logarithmic', kind: 'log' },
  series: shipped
    ? networkNames.map((name) => ({
        name: networkTitles[name],
        points: shipped.histories[name].steps.map((step, i): [number, number] => [
          step,
          shipped.histories[name].curves[set][i],
        ]),
      }))
    : [],
  empty: 'Loading.',
});
