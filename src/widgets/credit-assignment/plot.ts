/** The losses of both learners, at build and in the page. */

import type { PlotSpec } from '../kit/plot.ts';
import { learnerNames, learners } from './network.ts';
import { describe } from './sentences.ts';
import { mostSteps, type State, stepsShown } from './state.ts';

export function lossPlot(id: string, state: State): PlotSpec {
  const shown = stepsShown(state);
  return {
    id,
    title: 'Loss of one network that is trained in two ways',
    description: describe(state),
    x: { title: 'Steps', domain: [0, mostSteps] },
    y: { title: 'Loss, in nats', domain: [0, 0.8] },
    series: learnerNames.map((name) => ({
      name: learners[name].title,
      number: learners[name].number,
      points: state.moments.slice(0, shown + 1).map((moment, i) => [i, moment[name].loss] as const),
    })),
    marks: [{ y: Math.LN2, text: 'guessing' }],
    aspect: 0.6,
    empty: 'The networks are being trained.',
  };
}
