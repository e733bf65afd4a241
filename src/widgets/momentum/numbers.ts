/** The momentum figure in numbers: its table, its hyper-parameters, its measured rates. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { bestRate, bestTuning, type Method, rateOf, stepsTo } from './closed-form.ts';
import { fraction } from './compute.ts';
import { equations, programOf, racerNames } from './programs.ts';
import { components, examples } from './ravine.ts';
import { dropAt, stageStarts } from './schedule.ts';
import { coordinate, methodOf, racerTitles, size, tuningAt } from './sentences.ts';
import type { Course, Settings, State } from './state.ts';
import { steps } from './state.ts';

/** How much the distance from the best weights has shrunk per step over the last steps; null where nothing is left. */
export function measuredRate({ moments, divergedAt }: Course, position: number, over = 20): number | null {
  const from = Math.max(0, position - over);
  if (from === position || (divergedAt !== null && position >= divergedAt)) return null;
  const distance = (at: number) => size(components(moments[at].w));
  // Below this, float32 has no digits left to shrink.
  if (distance(position) < 1e-6) return null;
  return (distance(position) / distance(from)) ** (1 / (position - from));
}

export function tableOf({ courses, position, settings }: State): FigureTable {
  return {
    caption: `The racers at step ${position}`,
    columns: [
      'Method',
      'α',
      'β',
      'w₁',
      'w₂',
      'Loss',
      'Next step',
      'Rate by closed form',
      'Rate of the last 20 steps',
    ],
    rows: racerNames.map((racer) => {
      const tuning = tuningAt(racer, settings, position);
      const course = courses?.[racer];
      const moment = course?.moments[position];
      const fixed = [racerTitles[racer], formatNumber(tuning.learningRate), formatNumber(tuning.momentum)];
      if (!course || !moment) return [...fixed, '–', '–', '–', '–', '–', '–'];
      const rate = formatNumber(rateOf(methodOf(racer), tuning, settings.condition));
      if (course.divergedAt !== null && position >= course.divergedAt)
        return [...fixed, '–', '–', 'diverged', '–', rate, '–'];
      const measured = measuredRate(course, position);
      const { carry, descent, w, loss } = moment;
      return [
        ...fixed,
        coordinate(w[0]),
        coordinate(w[1]),
        formatNumber(loss),
        formatNumber(size([carry[0] + descent[0], carry[1] + descent[1]])),
        rate,
        measured === null ? '–' : formatNumber(measured),
      ];
    }),
  };
}

const methods = ['plain', 'momentum', 'nesterov'] as const satisfies readonly Method[];

/** What is best for each method at the condition number chosen, and how many steps a thousandth takes there. */
export function bestTable({ settings: { condition }, measured }: State): FigureTable {
  const counted = measured.find((one) => one.condition === condition);
  return {
    caption: `The best settings for κ = ${condition}, in closed form`,
    columns: ['Method', 'α', 'β', 'Rate', 'Steps by the rate', 'Steps counted'],
    rows: methods.map((method) => {
      const { learningRate, momentum } = bestTuning(method, condition);
      const rate = bestRate(method, condition);
      return [
        racerTitles[method],
        formatNumber(learningRate, 4),
        method === 'plain' ? '–' : formatNumber(momentum, 4),
        formatNumber(rate, 4),
        String(Math.ceil(stepsTo(fraction, rate))),
        counted ? String(counted[method]) : 'not counted',
      ];
    }),
  };
}

export function hyperparametersOf({ settings }: State): [string, string][] {
  const { condition, learningRate, momentum, tuned, drop, convention, start } = settings;
  return [
    ['Loss', `squared error of a linear unit with two weights on ${examples} seeded examples`],
    ['Curvatures', `1 across the ravine, ${formatNumber(1 / condition)} along it`],
    ['Condition number κ', formatNumber(condition)],
    ['Learning rate α', tuned ? 'the best for each method, by closed form' : formatNumber(learningRate)],
    ['Momentum β', tuned ? 'the best for each method, by closed form' : formatNumber(momentum)],
    ['Rising momentum', `0.5, from step ${stageStarts.second} 0.9, from step ${stageStarts.third} 0.99`],
    ['Fall of the learning rate', drop ? `to a tenth from step ${dropAt} on` : 'none'],
    ['Convention', convention === 'outside' ? 'α outside the velocity' : 'α inside the velocity'],
    ['Optimizers', racerNames.map((racer) => programOf(racer, convention)).join(', ')],
    ['Start', `(${start.map(coordinate).join(', ')})`],
    ['Best weights', '(0.5, 0.5), loss 0'],
    ['Batch', 'all examples in every step'],
    ['Steps', String(steps)],
  ];
}

/** The equation lines of a racer under the convention chosen. */
export const equationOf = (racer: (typeof racerNames)[number], { convention }: Settings): readonly string[] =>
  equations[programOf(racer, convention)];
