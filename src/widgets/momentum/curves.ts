/** Plots over steps and over condition numbers. */

import type { Place, PlotSpec } from '../kit/plot.ts';
import { bestRate, type Method, stepsTo } from './closed-form.ts';
import { fraction } from './compute.ts';
import { racerNumbers } from './plane-markup.ts';
import { racerNames } from './programs.ts';
import { racerTitles } from './sentences.ts';
import { conditions, type State, steps } from './state.ts';

/** Below this, float32 has nothing left to lose. */
const least = 1e-13;

export function lossSpec({ courses, position }: State): PlotSpec {
  return {
    id: 'momentum-loss',
    title: 'Loss at each step',
    description: `The loss of the four optimizers over ${steps} steps, on a logarithmic scale; lower is better.`,
    x: { title: 'Step', domain: [0, steps] },
    y: { title: 'Loss', kind: 'log', domain: [least, 10] },
    marks: [{ x: position, text: `step ${position}` }],
    series: racerNames.map((racer) => {
      const course = courses?.[racer];
      const end = course?.divergedAt ?? steps + 1;
      const moments = course?.moments.slice(0, end) ?? [];
      return {
        name: racerTitles[racer],
        number: racerNumbers[racer],
        points: moments.map(({ loss }, at): Place => [at, Math.max(loss, least)]),
      };
    }),
  };
}

const methodTitles: Readonly<Record<Method, string>> = {
  plain: racerTitles.plain,
  momentum: racerTitles.momentum,
  nesterov: racerTitles.nesterov,
};
const methods = ['plain', 'momentum', 'nesterov'] as const;

/** Steps to a thousandth of the error, each method at its best: lines by closed form, symbols by counting. */
export function ratesSpec({ measured, settings }: State): PlotSpec {
  const law = (method: Method) =>
    conditions
      .filter((condition) => condition > 1)
      .map((condition): Place => [condition, stepsTo(fraction, bestRate(method, condition))]);
  return {
    id: 'momentum-rates',
    title: 'Steps to a thousandth of the error, each at its best settings',
    description:
      'Lines: what the rate in closed form promises. Symbols: steps counted in runs. Gradient descent needs ten times as many steps for ten times the condition number, momentum about three times as many.',
    x: { title: 'Condition number κ', kind: 'log', domain: [2, 1000] },
    y: { title: 'Steps', kind: 'log', domain: [1, 10_000] },
    marks: settings.condition > 1 ? [{ x: settings.condition, text: `κ = ${settings.condition}` }] : [],
    series: [
      ...methods.map((method) => ({
        name: `${methodTitles[method]}, closed form`,
        number: racerNumbers[method],
        points: law(method),
      })),
      ...methods.map((method) => ({
        name: `${methodTitles[method]}, counted`,
        number: racerNumbers[method],
        as: 'points' as const,
        points: measured.map((one): Place => [one.condition, one[method]]).sort((a, b) => a[0] - b[0]),
      })),
    ],
  };
}
