/** The figure's question to a network: what it answers under many masks, and whole. */

import { div, mul, reduceMean, reduceSum, softmax } from '../../graph/ops/index.ts';
import { type Graph, graph, input } from '../../graph/value.ts';
import {
  classes,
  hiddenAnswers,
  hiddenUnits,
  outputWeights,
  pixels,
  scoresOf,
  withoutStrongest,
} from '../../recipes/dropout-network.ts';
import { random } from '../../trainer/initializers/random.ts';
import { dropoutMask } from '../../trainer/layers/dropout.ts';
import type { Feeds, Numbers } from '../kit/engine.ts';
import type { Answers, Convention, Settings } from './state.ts';
import { mostMasks, rateOf } from './state.ts';

/**
 * Inverted: kept units are scaled up while training. Classic: nothing is scaled while training, the stored output
 * weights are larger by 1/(1 − p), and all units are scaled down afterwards. Both give the same answers.
 */
export function samplingGraph(rate: number, convention: Convention): Graph {
  const x = input('x', [1, pixels]);
  const mask = input('mask', [mostMasks, hiddenUnits]);
  const removed = input('removed', []);
  const units = mul(hiddenAnswers(x), withoutStrongest(removed));
  const inverted = convention === 'inverted';
  const weights = inverted ? outputWeights : div(outputWeights, 1 - rate);
  const sampled = mul(units, inverted ? mul(mask, 1 / (1 - rate)) : mask);
  const whole = inverted ? mul(units, 1) : mul(units, 1 - rate);
  const sampledScores = scoresOf(sampled, weights);
  return graph(`dropout-${convention}`, {
    scores: sampledScores,
    probability: softmax(sampledScores),
    whole: softmax(scoresOf(whole, weights)),
    'handed.sampled': reduceMean(reduceSum(sampled, [1])),
    'handed.whole': reduceMean(reduceSum(whole, [1])),
  });
}

export const samplingFeeds = (picture: Float32Array, { network, removed, seed }: Settings): Feeds => ({
  x: { shape: [1, pixels], data: picture },
  mask: {
    shape: [mostMasks, hiddenUnits],
    data: dropoutMask([mostMasks, hiddenUnits], rateOf(network), random(seed)),
  },
  removed: { shape: [], data: Float32Array.of(removed) },
});

/** Running means over the masks, from 1 to all of them. */
export function answersOf(numbers: Numbers): Answers {
  const { probability, scores, whole } = numbers;
  const sums = {
    mean: new Float64Array(classes),
    score: new Float64Array(classes),
    square: new Float64Array(classes),
  };
  const [means, geometric, spreads]: [number[][], number[][], number[][]] = [[], [], []];
  for (let m = 0; m < mostMasks; m++) {
    for (let c = 0; c < classes; c++) {
      const value = probability[m * classes + c];
      sums.mean[c] += value;
      sums.square[c] += value * value;
      sums.score[c] += scores[m * classes + c];
    }
    const mean = Array.from(sums.mean, (sum) => sum / (m + 1));
    means.push(mean);
    spreads.push(mean.map((one, c) => Math.sqrt(Math.max(0, sums.square[c] / (m + 1) - one * one))));
    geometric.push(softmaxOf(Array.from(sums.score, (sum) => sum / (m + 1))));
  }
  return {
    whole: Array.from(whole),
    means,
    geometric,
    spreads,
    handed: { sampled: numbers['handed.sampled'][0], whole: numbers['handed.whole'][0] },
  };
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
