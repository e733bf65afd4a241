/** What the figure says in words, and its table. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { cloudSize } from './compute.ts';
import { factorPerStep } from './curvature.ts';
import { problemOf } from './problems.ts';
import { hasEnded, isLost, isOutside, limitsOf, placeOf, type State, stepsShown } from './state.ts';

const digits = (value: number) => formatNumber(value, 3);

export const batchName = (batchSize: number, count: number): string =>
  batchSize === 1
    ? 'single examples'
    : batchSize === count
      ? `all ${count} examples`
      : `batches of ${batchSize}`;

export function describe(state: State): string {
  const { course, trail } = state;
  const shown = stepsShown(state);
  const { examples } = problemOf(course.problem);
  if (!state.surface) return 'The landscape is being computed.';
  const { floor, startLoss } = state.surface;
  const where =
    shown === 0
      ? 'At the start'
      : `After ${shown} ${shown === 1 ? 'step' : 'steps'} on ${batchName(course.batchSize, examples.count)}`;
  const loss = shown === 0 ? startLoss : trail[shown - 1].loss;
  if (isLost(placeOf(state)))
    return `${where} at learning rate ${digits(course.learningRate)} a parameter has passed 10,000: the descent has diverged.`;
  const place = isOutside(state) ? ', outside the drawing' : '';
  return `${where} at learning rate ${digits(course.learningRate)} the loss is ${digits(loss)}${place}; the lowest there is, ${digits(floor.loss)}.`;
}

/** Why the walk goes as it goes, in sentences about the learning rate. */
export function verdict(state: State): string[] {
  const { measured, course } = state;
  if (!measured) return [];
  const rate = course.learningRate;
  const { steepest, stable, stableForEach } = limitsOf(state, measured);
  const said: string[] = [];
  const here = course.problem === 'line' ? '' : ' here';
  const factor = factorPerStep(rate, steepest);
  if (hasEnded(state) && rate <= stable && course.problem === 'line')
    said.push(
      `The average slope would allow ${digits(stable)}, but ${batchName(course.batchSize, problemOf(course.problem).examples.count)} are steeper than the average: the steepest example alone allows only ${digits(stableForEach)}.`,
    );
  if (Number.isFinite(stable)) {
    const kind =
      factor > 1
        ? 'catapulted'
        : rate * steepest > 1
          ? 'overshooting'
          : rate * steepest < 0.02
            ? 'crawling'
            : 'steady';
    const text = {
      catapulted: `The largest stable rate${here} is 2/λ = ${digits(stable)}, and ${digits(rate)} is beyond it: along the steepest direction each step lands ${digits(factor)} times as far from the floor as it began, on the other side.`,
      overshooting: `Each step lands beyond the floor of the steepest direction and keeps ${digits(factor)} of the distance; from 2/λ = ${digits(stable)} on it would grow.`,
      steady: `Along the steepest direction each step keeps ${digits(factor)} of the distance to the floor; the largest stable rate${here} is 2/λ = ${digits(stable)}.`,
      crawling: `Crawling: even along the steepest direction each step keeps ${digits(factor)} of the distance to the floor. Rates up to 2/λ = ${digits(stable)} would be stable${here}.`,
    }[kind];
    said.push(text);
  } else
    said.push('The loss curves upwards in no direction here, so no rate is too large for the curvature.');
  return said;
}

/** What the cloud shows. */
export function aboutCloud(state: State): string {
  const { measured, course } = state;
  if (!measured) return '';
  const { count } = problemOf(course.problem).examples;
  const { spread, expected, mean } = measured.cloud;
  const size = Math.hypot(...mean);
  if (spread < 1e-6 * Math.max(1, size))
    return `All ${cloudSize} batches of all ${count} examples have the same gradient: there is no noise.`;
  const ratio = size / spread;
  return `${cloudSize} possible ${course.batchSize === 1 ? 'single examples' : `batches of ${course.batchSize}`}: their gradients scatter by ${digits(spread)} around a mean ${digits(size)} long (the spread of single examples predicts ${digits(expected)}). ${ratio < 1 ? 'The noise is larger than the slope.' : 'The slope is larger than the noise.'}`;
}

export function tableOf(state: State): FigureTable {
  const { start } = state.course;
  const rows = state.trail
    .slice(0, stepsShown(state))
    .map((step, i) => [
      String(i + 1),
      ...step.after.map(digits),
      step.batch.map((one) => one + 1).join(', '),
      digits(step.batchLoss),
      digits(step.loss),
    ]);
  return {
    caption:
      'The walk, step by step: parameters after the step, the examples it saw, their loss, the loss over all',
    columns: ['Step', 'Slope', 'Intercept', 'Examples', 'Loss of the batch', 'Loss over all'],
    rows: [
      ['0', ...start.map(digits), '–', '–', state.surface ? digits(state.surface.startLoss) : '–'],
      ...rows,
    ],
  };
}

export function hyperparameters({ course }: State): (readonly [string, string])[] {
  const problem = problemOf(course.problem);
  return [
    ['Model', problem.formula],
    ['Data', `${problem.examples.count} examples of the model ${problem.model}`],
    [
      'Loss',
      course.reduction === 'mean'
        ? 'half the squared error, mean over the batch'
        : 'half the squared error, sum over the batch',
    ],
    ['Optimizer', 'stochastic gradient descent, without momentum'],
    ['Learning rate', digits(course.learningRate)],
    ['Batch size', String(course.batchSize)],
    ['Sampling', course.sampling === 'shuffled' ? 'shuffled epochs' : 'drawn with replacement'],
    ['Seed of the batches', String(course.seed)],
    ['Start', `slope ${digits(course.start[0])}, intercept ${digits(course.start[1])}`],
    ['Batches in the cloud', String(cloudSize)],
  ];
}
