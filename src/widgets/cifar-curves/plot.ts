/** The plot of the compared curves, at build and in the page. */

import type { PlotSpec } from '../kit/plot.ts';
import { isError, lastEpoch, measures } from './curves.ts';
import { curvesOf, model, percent, type State } from './model.ts';

export function plotOf(state: State): PlotSpec {
  const ofErrors = isError(state.measure);
  return {
    id: 'cifar-curves',
    title: `${measures[state.measure]} over epochs`,
    description: model.describe(state),
    x: { title: 'Epochs', domain: [0, lastEpoch(state.comparison)] },
    y: {
      title: ofErrors ? measures[state.measure] : `${measures[state.measure]} in nats`,
      ...(ofErrors
        ? { domain: [0, 0.9] as const, format: (value: number) => percent(value) }
        : { domain: [0, 2.4] as const }),
    },
    series: curvesOf(state).map(({ title, values }) => ({
      name: title,
      points: values.map((value, epoch) => [epoch, value] as const),
    })),
    marks: ofErrors ? [{ y: state.level, text: percent(state.level) }] : [],
    empty: 'Loading',
  };
}
