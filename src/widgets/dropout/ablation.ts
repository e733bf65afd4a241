/**
 * How many of the held-out pictures a network still reads without some of its hidden units: without the strongest,
 * and, to compare fairly, without as many drawn by lot. All networks lose units to the same pictures and lots.
 */

import {
  add,
  div,
  equal,
  greater,
  mul,
  reduceMax,
  reduceMean,
  reduceSum,
  reshape,
  where,
} from '../../graph/ops/index.ts';
import { constant, type Graph, graph, input, type Value } from '../../graph/value.ts';
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
import type { Feeds, Numbers } from '../kit/engine.ts';
import { type Ablation, mostRemoved, type Pictures, pictureCount, removedStep } from './state.ts';

/** How many units are taken away; the last is all of them. */
export const ablationCounts = Array.from(
  { length: mostRemoved / removedStep + 1 },
  (_, i) => removedStep * i,
);
/** How often units are drawn by lot. */
export const lotCount = 8;
const lotSeed = 1;

/** All networks at all counts; the network's parameters are free. */
export function ablationGraph(): Graph {
  const x = input('x', [pictureCount, pixels]);
  const target = input('target', [pictureCount, classes]);
  /** In which place each unit is drawn, from 0: it is taken away if the place is below the count. */
  const places = input('places', [lotCount, 1, hiddenUnits]);
  const counts = reshape(constant(ablationCounts), [ablationCounts.length, 1]);
  const units = hiddenAnswers(x);
  const keptByLot = reshape(where(greater(places, add(counts, -0.5)), 1, 0), [
    lotCount * ablationCounts.length,
    hiddenUnits,
  ]);
  return graph('dropout-ablation', {
    strongest: accuracies(units, withoutStrongest(counts), target),
    lots: accuracies(units, keptByLot, target),
  });
}

/** Shape [counts]. @param keep 1 for units that stay, shape [counts, 128] */
function accuracies(units: Value, keep: Value, target: Value): Value {
  // A unit that is taken away and a row of weights that is 0 are the same to the scores.
  const weights = mul(reshape(keep, [...keep.shape, 1]), outputWeights);
  const scores = scoresOf(units, weights);
  const highest = where(equal(scores, reduceMax(scores, [-1])), 1, 0);
  // Of k equal highest scores the right one counts 1/k, as in the card.
  const right = div(reduceSum(mul(target, highest), [-1]), reduceSum(highest, [-1]));
  return reduceMean(right, [1, 2]);
}

export function ablationFeeds({ x, target }: Pictures): Feeds {
  const draws = random(lotSeed);
  return {
    x: { shape: [pictureCount, pixels], data: x },
    target: { shape: [pictureCount, classes], data: target },
    places: {
      shape: [lotCount, 1, hiddenUnits],
      data: Float32Array.from(
        Array.from({ length: lotCount }, () => [...draws.permutation(hiddenUnits)]).flat(),
      ),
    },
  };
}

export function ablationOf({ strongest, lots }: Numbers): Ablation {
  const length = ablationCounts.length;
  return {
    strongest: Array.from(strongest),
    lots: Array.from({ length: lotCount }, (_, lot) =>
      Array.from(lots.subarray(lot * length, (lot + 1) * length)),
    ),
  };
}

/** Mean over the lots at each count. */
export const lotMeans = ({ lots }: Ablation): number[] =>
  ablationCounts.map((_, i) => lots.reduce((sum, lot) => sum + lot[i], 0) / lots.length);
