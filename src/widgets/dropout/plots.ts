/** The plots of the dropout figure as data: the same at build time and in the page. */

import type { Place, PlotSpec } from '../kit/plot.ts';
import { ablationCounts, lotMeans } from './ablation.ts';
import { masksText, networkTitles } from './sentences.ts';
import {
  type Ablation,
  type CurveName,
  mostMasks,
  mostRemoved,
  networkNames,
  type Shipped,
  type State,
} from './state.ts';

/** Below this, float32 tells no two answers apart. */
const least = 1e-7;
export const seriesOf = { none: 1, fifth: 2, half: 3 } as const;

export function distancePlot(id: string, { answers, masks }: Pick<State, 'answers' | 'masks'>): PlotSpec {
  const line = (values: readonly number[] = []) =>
    values.map((value, i): Place => [i + 1, Math.max(value, least)]);
  return {
    id,
    title: 'Distance of the mean answer from the scaled network’s',
    description:
      'Over more and more masks the geometric mean comes ever nearer to the answer of the scaled network; the plain mean of the probabilities settles at another answer.',
    x: { title: 'Masks, logarithmic', kind: 'log', domain: [1, mostMasks] },
    y: { title: 'Distance from the scaled network, logarithmic', kind: 'log' },
    series: [
      { name: 'mean', points: line(answers?.distances.mean) },
      { name: 'geometric mean', points: line(answers?.distances.geometric) },
    ],
    marks: [{ x: masks, text: masksText(masks) }],
    empty: 'The network is being asked.',
  };
}

/** Which units are taken away; both are drawn on the same axes, to be compared. */
export const choices = {
  strongest: { title: 'without the strongest units', of: ({ strongest }: Ablation) => strongest },
  lots: { title: 'without as many drawn by lot', of: lotMeans },
} as const;

export function ablationPlot(
  id: string,
  { ablations, settings: { removed } }: Pick<State, 'ablations' | 'settings'>,
  choice: keyof typeof choices,
): PlotSpec {
  const { title, of } = choices[choice];
  return {
    id,
    title: `Share of 500 test digits told right ${title}`,
    description:
      'Accuracy of three networks of 128 hidden units, trained at dropout rates 0, 0.2 and 0.5, over the number of units taken away.',
    x: { title: 'Hidden units taken away', domain: [0, mostRemoved] },
    y: { title: `Told right ${title}`, domain: [0, 1] },
    series: networkNames.map((name) => ({
      name: networkTitles[name],
      number: seriesOf[name],
      points: ablations ? of(ablations[name]).map((share, i): Place => [ablationCounts[i], share]) : [],
    })),
    marks: removed > 0 ? [{ x: removed, text: `${removed} units` }] : [],
    empty: 'The three networks are being asked.',
  };
}

/** What is recorded of the three training runs after each pass over the training digits. */
export const curves = {
  loss: { title: 'Loss on the 1,000 training digits, logarithmic', kind: 'log' },
  'held-out loss': { title: 'Loss on the 10,000 test digits', domain: [0.3, 0.8] },
  'training accuracy': { title: 'Share of the training digits told right', domain: [0.8, 1] },
  'held-out accuracy': { title: 'Share of the test digits told right', domain: [0.8, 1] },
} as const;

/** The name under which a curve is recorded. */
export const curveOf = (name: CurveName, set: 'training' | 'held-out'): keyof typeof curves =>
  name === 'loss' && set === 'training' ? 'loss' : (`${set} ${name}` as keyof typeof curves);

export function curvePlot(id: string, shipped: Shipped | null, curve: keyof typeof curves): PlotSpec {
  return {
    id,
    title: curves[curve].title,
    description: 'One line for each dropout rate, after each of 100 passes, measured with all units present.',
    x: { title: 'Training steps' },
    y: curves[curve],
    series: networkNames.map((name) => ({
      name: networkTitles[name],
      number: seriesOf[name],
      points: shipped
        ? shipped.histories[name].steps.map(
            (step, i): Place => [step, shipped.histories[name].curves[curve][i]],
          )
        : [],
    })),
    empty: 'Loading.',
  };
}
