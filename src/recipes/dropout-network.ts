/** The network of the dropout family, and what becomes of it when its strongest hidden units are taken away. */

import { add, greater, mul, reduceSum, relu, reshape, softmax, sqrt, where } from '../graph/ops/index.ts';
import { input, type Value } from '../graph/value.ts';
import { dense } from '../trainer/layers/dense.ts';
import { dropout } from '../trainer/layers/dropout.ts';
import { crossEntropy } from '../trainer/losses/cross-entropy.ts';
import { classifierMeasures } from './classifier.ts';
import { applyDense, denseLayer, parametersOf } from './layer-parameters.ts';
import { normalDigits } from './mnist.ts';
import type { Network } from './recipe.ts';

export const [pixels, hiddenUnits, classes] = [784, 128, 10];

const hidden = denseLayer('hidden', pixels, hiddenUnits);
const output = denseLayer('output', hiddenUnits, classes);
export const dropoutParameters = parametersOf(hidden, output);

/** How many of the strongest units the card's measures take away. */
export const ablations = [8, 16, 32, 64] as const;

/** What the hidden units answer, shape [N, 128]. @param x pixels, shape [N, 784] */
export const hiddenAnswers = (x: Value): Value => relu(applyDense(normalDigits(x), hidden));

/** Shape [128, 10]. */
export const outputWeights = output.weights;

/** Unnormalised scores of the classes. @param units what the output layer is given, shape [N, 128] */
export const scoresOf = (units: Value, weights: Value = output.weights): Value =>
  dense(units, weights, output.bias);

/**
 * Length of each unit's incoming weights times length of its outgoing weights, shape [128]: as large for a unit
 * whose inputs are doubled and whose outputs are halved, which answers the same.
 */
export const strengths = (): Value => sqrt(mul(squares(hidden.weights, 0), squares(output.weights, 1)));

const squares = (weights: Value, axis: number): Value =>
  reshape(reduceSum(mul(weights, weights), [axis]), [hiddenUnits]);

/** 0 for the strongest units, 1 for all others, shape [128]. @param count how many are taken away; a scalar or number */
export function withoutStrongest(count: Value | number): Value {
  const strength = strengths();
  const [column, row] = [reshape(strength, [hiddenUnits, 1]), reshape(strength, [1, hiddenUnits])];
  const stronger = reshape(reduceSum(where(greater(row, column), 1, 0), [1]), [hiddenUnits]);
  // A unit stays if at least `count` others are stronger.
  return where(greater(add(stronger, 0.5), count), 1, 0);
}

/** One hidden layer between pixels and digits; while training, a share of its units sits out each step. */
export function dropoutNetwork(size: number, rate: number): Network {
  const x = input('x', [size, pixels]);
  const target = input('target', [size, classes]);
  const mask = input('hidden.mask', [size, hiddenUnits]);
  const units = hiddenAnswers(x);
  const logits = scoresOf(units);
  const ablated = ablations.map((count) => {
    const { accuracy } = classifierMeasures(scoresOf(mul(units, withoutStrongest(count))), target);
    return [`accuracy without ${count}`, accuracy] as const;
  });
  const shared = {
    parameters: dropoutParameters,
    outputs: { probability: softmax(logits) },
    measures: { ...classifierMeasures(logits, target), ...Object.fromEntries(ablated) },
  };
  if (rate === 0) return { ...shared, batch: [x, target] };
  return {
    ...shared,
    batch: [x, target, mask],
    objective: crossEntropy(scoresOf(dropout(units, mask, rate)), target),
  };
}
