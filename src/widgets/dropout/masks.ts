/** The figure's question to a network: what it answers under many masks, and whole. */

import { mul, reduceSum, softmax } from '../../graph/ops/index.ts';
import { type Graph, graph, input } from '../../graph/value.ts';
import {
  classes,
  hiddenAnswers,
  hiddenUnits,
  pixels,
  scoresOf,
  strengths,
  withoutStrongest,
} from '../../recipes/dropout-network.ts';
import { random } from '../../trainer/initializers/random.ts';
import { dropoutMask } from '../../trainer/layers/dropout.ts';
import type { Feeds, Numbers } from '../kit/engine.ts';
import { programs } from './programs.ts';
import type { Answers, Asked, Convention, Settings } from './state.ts';
import { mostMasks } from './state.ts';

/** One picture under all masks at once; the network's parameters are free. */
export function masksGraph(rate: number, convention: Convention): Graph {
  const program = programs[convention];
  const x = input('x', [1, pixels]);
  const mask = input('mask', [mostMasks, hiddenUnits]);
  const removed = input('removed', []);
  const units = mul(hiddenAnswers(x), withoutStrongest(removed));
  const weights = program.weights(rate);
  const sampled = program.sampled(units, mask, rate);
  const whole = program.whole(units, rate);
  const scores = scoresOf(sampled, weights);
  return graph(`dropout-${convention}`, {
    scores,
    probability: softmax(scores),
    whole: softmax(scoresOf(whole, weights)),
    units,
    strengths: strengths(),
    'handed.sampled': reduceSum(sampled, [1]),
    'handed.whole': reduceSum(whole, [1]),
  });
}

/** The masks that a seed draws, shape [256, 128]. */
export const masksOf = ({ rate, seed }: Pick<Settings, 'rate' | 'seed'>): Float32Array =>
  dropoutMask([mostMasks, hiddenUnits], rate, random(seed));

export const masksFeeds = (picture: Float32Array, settings: Settings): Feeds => ({
  x: { shape: [1, pixels], data: picture },
  mask: { shape: [mostMasks, hiddenUnits], data: masksOf(settings) },
  removed: { shape: [], data: Float32Array.of(settings.removed) },
});

/** Running means over the masks, from the first to all of them. */
export function answersOf(asked: Asked, numbers: Numbers): Answers {
  const single = rowsOf(numbers.probability);
  const whole = Array.from(numbers.whole);
  const means = runningMeans(single);
  const squares = runningMeans(single.map((row) => row.map((value) => value * value)));
  const geometric = runningMeans(rowsOf(numbers.scores)).map(softmaxOf);
  return {
    asked,
    whole,
    single,
    means,
    geometric,
    spreads: means.map((mean, m) => mean.map((one, c) => Math.sqrt(Math.max(0, squares[m][c] - one * one)))),
    distances: {
      mean: means.map((mean) => distance(mean, whole)),
      geometric: geometric.map((mean) => distance(mean, whole)),
    },
    units: Array.from(numbers.units),
    order: Array.from(numbers.strengths, (_, unit) => unit).sort(
      (a, b) => numbers.strengths[b] - numbers.strengths[a],
    ),
    mask: masksOf(asked.settings),
    handed: { sampled: Array.from(numbers['handed.sampled']), whole: numbers['handed.whole'][0] },
  };
}

const rowsOf = (numbers: ArrayLike<number>): number[][] =>
  Array.from({ length: mostMasks }, (_, m) =>
    Array.from({ length: classes }, (_, c) => numbers[m * classes + c]),
  );

function runningMeans(rows: readonly (readonly number[])[]): number[][] {
  const sums = new Float64Array(classes);
  return rows.map((row, m) => {
    row.forEach((value, c) => {
      sums[c] += value;
    });
    return Array.from(sums, (sum) => sum / (m + 1));
  });
}

function softmaxOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

/** Half the sum of absolute differences: 0 for the same answer, 1 for wholly different ones. */
export const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / 2;

export const likeliest = (answer: readonly number[]): number => answer.indexOf(Math.max(...answer));
