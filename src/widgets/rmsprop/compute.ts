/** The saddle figure's questions to its graphs, and their answers as the state holds them. */

import { crossPoints, variances } from '../../recipes/tied-autoencoder.ts';
import { landscapePoints } from '../kit/contour-map.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { exampleStep, lossesGraph, racerStep } from './programs.ts';
import {
  type Course,
  type Courses,
  domain,
  type ExampleName,
  exampleNames,
  examples,
  type Form,
  type Moment,
  type Pair,
  type RacerName,
  racerNames,
  type Settings,
  startHeight,
  steps,
  type Worked,
} from './state.ts';

export const grid = { x: domain, y: domain, columns: 61, rows: 61 } as const;

/** Losses: of the minimum, of the saddle points, and below which a racer has arrived. */
export const lossAt = { minimum: variances[1] / 2, saddle: variances[0] / 2 };
export const arrivedBelow = lossAt.minimum + 0.01 * (lossAt.saddle - lossAt.minimum);

/** From the axes of the data to the plane of the weights: along the variance 1.2, then along the variance 1. */
export function onPlane([first, second]: Pair, turned: boolean): Pair {
  const half = Math.SQRT1_2;
  return turned ? [half * (first - second), half * (first + second)] : [first, second];
}

export const startOf = ({ offset, turned }: Settings): Pair => {
  if (!turned || offset !== 0) return onPlane([offset, startHeight], turned);
  // Exactly on the turned ridge both weights must be the same number but for the sign.
  const [, height] = onPlane([0, startHeight], true);
  return [-height, height];
};

export async function fieldOf(runner: GraphRunner, turned: boolean): Promise<Float32Array> {
  const feeds = { x: crossPoints(turned), weights: landscapePoints(grid) };
  return (await runner.run(lossesGraph(grid.columns * grid.rows), feeds)).loss;
}

export async function race(runner: GraphRunner, settings: Settings): Promise<Courses> {
  const entries: [RacerName, Course][] = [];
  for (const racer of racerNames) entries.push([racer, await courseOf(runner, racer, settings)]);
  return Object.fromEntries(entries) as Record<RacerName, Course>;
}

const memories: Readonly<Record<RacerName, readonly string[]>> = {
  sgd: [],
  momentum: [],
  nesterov: ['w.ahead.next'],
  adagrad: ['w.squareSum.next'],
  rmsprop: ['w.meanSquare.next'],
  adam: ['w.meanSquare.next', 'w.squareWeight.next'],
};
const kept = (racer: RacerName, { centred }: Form): string[] => [
  'gradient',
  'w.next',
  ...memories[racer],
  ...(racer === 'rmsprop' && centred ? ['w.mean.next'] : []),
];

export async function courseOf(runner: GraphRunner, racer: RacerName, settings: Settings): Promise<Course> {
  const x = crossPoints(settings.turned);
  const rate = settings.rates[racer];
  const start = startOf(settings);
  const keep = kept(racer, settings.form);
  const batch = { x, learningRate: Float32Array.of(rate) };
  const found = await runner.steps(racerStep(racer, settings.form), {
    initial: { w: Float32Array.from(start) },
    batches: Array.from({ length: steps + 1 }, () => batch),
    keep,
  });
  const missing = Object.fromEntries(keep.map((name) => [name, Float32Array.of(Number.NaN, Number.NaN)]));
  const records = Array.from({ length: steps + 1 }, (_, i) => found[i] ?? missing);
  const places = records.map((_, i): Pair => {
    if (i === 0) return start;
    const [a, b] = records[i - 1]['w.next'];
    // Nesterov's step stores the point that looks ahead; the point itself lies that much behind.
    const ahead = records[i - 1]['w.ahead.next'] ?? [0, 0];
    return [a - ahead[0], b - ahead[1]];
  });
  const weights = Float32Array.from(places.flat());
  const { loss } = await runner.run(lossesGraph(places.length), { x, weights });
  const moments = records.map((record, i): Moment => {
    const scale = scaleOf(racer, record, settings.form);
    return {
      w: places[i],
      loss: loss[i],
      gradient: [record.gradient[0], record.gradient[1]],
      scale,
      effective: scale ? [rate / scale[0], rate / scale[1]] : [rate, rate],
    };
  });
  const diverged = moments.findIndex((moment) => !(moment.loss < 1e3));
  const last = moments.findLastIndex((moment) => !(moment.loss < arrivedBelow));
  return {
    moments,
    divergedAt: diverged < 0 ? null : diverged,
    arrival: last < steps ? last + 1 : null,
  };
}

/** What a step divided each part of its gradient by, from what the optimizer remembered of it. */
function scaleOf(racer: RacerName, record: Numbers, form: Form): Pair | null {
  const both = (of: (axis: 0 | 1) => number): Pair => [of(0), of(1)];
  if (racer === 'adagrad') return both((axis) => Math.sqrt(record['w.squareSum.next'][axis]) + 1e-10);
  if (racer === 'adam') {
    const { 'w.meanSquare.next': square, 'w.squareWeight.next': weight } = record;
    return both((axis) => Math.sqrt(square[axis] / weight[0]) + 1e-8);
  }
  if (racer !== 'rmsprop') return null;
  const { 'w.meanSquare.next': square, 'w.mean.next': mean } = record;
  return both((axis) => {
    const spread = mean ? Math.max(0, square[axis] - mean[axis] ** 2) : square[axis];
    return form.epsilonInside ? Math.sqrt(spread + form.epsilon) : Math.sqrt(spread) + form.epsilon;
  });
}

/** Works the two examples by RMSprop's own step: what was remembered is chosen so that the root comes out as wanted. */
export async function workExamples(runner: GraphRunner, form: Form): Promise<Record<ExampleName, Worked>> {
  const one = async (name: ExampleName): Promise<Worked> => {
    const { gradient, root } = examples[name];
    const { decay } = form;
    const bound = 1 / Math.sqrt(1 - decay);
    const before = (root ** 2 - (1 - decay) * gradient ** 2) / decay;
    // Squares are never negative: such a memory cannot be. Rounding aside, zero can.
    if (before < -1e-9 * root ** 2) return { before: null, ratio: null, bound };
    // A running mean of the gradient that is zero leaves the centred form the same divisor.
    const [record] = await runner.steps(exampleStep(form), {
      initial: {
        'w.meanSquare': Float32Array.of(Math.max(0, before)),
        ...(form.centred && { 'w.mean': Float32Array.of((-(1 - decay) * gradient) / decay) }),
      },
      batches: [{ push: Float32Array.of(gradient), learningRate: Float32Array.of(1) }],
      keep: ['w.next'],
    });
    return { before: Math.max(0, before), ratio: -record['w.next'][0], bound };
  };
  return { small: await one(exampleNames[0]), large: await one(exampleNames[1]) };
}
