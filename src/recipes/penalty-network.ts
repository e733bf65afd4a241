/**
 * One softmax regression on digits for each strength of a penalty, side by side in one network: the outputs of the
 * m-th are the columns 10 m … 10 m + 9, so that all are trained and run at once and none knows of the others.
 */

import { add, concat, mul, slice, softmax } from '../graph/ops/index.ts';
import { constant, input, type Value } from '../graph/value.ts';
import { classifierMeasures } from './classifier.ts';
import { applyDense, denseLayer, parametersOf } from './layer-parameters.ts';
import type { Network } from './recipe.ts';

export const [pixels, classes] = [784, 10];

/** λ of the members, in their order; 0 first. */
export const strengths = {
  l1: [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03],
  l2: [0, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1],
} as const;
export const members = 7;
/** η of every step. */
export const learningRate = 0.2;

const layer = denseLayer('pixel', pixels, members * classes);
export const penaltyParameters = parametersOf(layer);
export const penalised = layer.weights;

/** λ for each column of the weights, shape [1, 70]. */
export const strengthOfColumns = (list: readonly number[]): Value =>
  constant(
    list.flatMap((strength) => new Array<number>(classes).fill(strength)),
    'float32',
    [1, members * classes],
  );

/**
 * @param list    λ of the members
 * @param penalty of the weights, shape [784, 70], given λ of each column; a scalar that is added to what is descended
 */
export function penaltyNetwork(
  size: number,
  list: readonly number[],
  penalty?: (weights: Value, strength: Value) => Value,
): Network {
  const x = input('x', [size, pixels]);
  const target = input('target', [size, classes]);
  const scores = applyDense(x, layer);
  const logits = list.map((_, m) => slice(scores, [1], [m * classes], [(m + 1) * classes]));
  const all = logits.map((own) => classifierMeasures(own, target));
  const sum = (values: readonly Value[]) => values.reduce((a, b) => add(a, b));
  const losses = sum(all.map(({ loss }) => loss));
  const named = all.flatMap((measures, m) => [
    [`loss at ${list[m]}`, measures.loss] as const,
    [`accuracy at ${list[m]}`, measures.accuracy] as const,
  ]);
  return {
    batch: [x, target],
    parameters: penaltyParameters,
    outputs: {
      probability: concat(
        logits.map((own) => softmax(own)),
        1,
      ),
    },
    measures: {
      loss: mul(losses, 1 / members),
      accuracy: mul(sum(all.map(({ accuracy }) => accuracy)), 1 / members),
      ...Object.fromEntries(named),
    },
    // A sum, so that each member's gradient is that of its own loss.
    objective: penalty ? add(losses, penalty(penalised, strengthOfColumns(list))) : losses,
  };
}
