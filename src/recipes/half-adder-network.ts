/** A network of two layers that adds two bits, in either of the two layouts of its matrices. */

import { add, equal, greater, matmul, mul, reduceMean, reduceSum, sub, where } from '../graph/ops/index.ts';
import { input, type Shape, type Value } from '../graph/value.ts';
import { dense } from '../trainer/layers/dense.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';
import type { Network } from './recipe.ts';

/** Inputs, hidden units, outputs. */
export const halfAdderSizes = { inputs: 2, hidden: 3, outputs: 2 } as const;

/**
 * Dense layers as rows: an example is a row, Z = X W + b. As columns: an example is a column, Z = W X + b, and
 * every matrix is the transpose of what it is in the other layout.
 */
export type Layout = 'rows' | 'columns';

export interface HalfAdderForm {
  readonly layout: Layout;
  /** Of the hidden units, number by number. */
  readonly activation: (z: Value) => Value;
}

/** @param size examples in the batch */
export function halfAdderNetwork(size: number, { layout, activation }: HalfAdderForm): Network {
  const { inputs, hidden, outputs } = halfAdderSizes;
  const turned = (rows: number, columns: number): Shape =>
    layout === 'rows' ? [rows, columns] : [columns, rows];
  const x = input('x', turned(size, inputs));
  const target = input('target', turned(size, outputs));
  const hiddenWeights = input('hidden.weights', turned(inputs, hidden));
  const hiddenBias = input('hidden.bias', layout === 'rows' ? [hidden] : [hidden, 1]);
  const outputWeights = input('output.weights', turned(hidden, outputs));
  const outputBias = input('output.bias', layout === 'rows' ? [outputs] : [outputs, 1]);
  const layer =
    layout === 'rows'
      ? dense
      : (signal: Value, weights: Value, bias: Value) => add(matmul(weights, signal), bias);
  const units = activation(layer(x, hiddenWeights, hiddenBias));
  const sums = layer(units, outputWeights, outputBias);
  const isOne = (value: Value) => where(greater(value, 0.5), 1, 0);
  return {
    batch: [x, target],
    parameters: [hiddenWeights, hiddenBias, outputWeights, outputBias],
    outputs: { sums, units },
    measures: {
      loss: layout === 'rows' ? squaredError(sums, target) : squaredErrorOfColumns(sums, target),
      accuracy: reduceMean(where(equal(isOne(sums), target), 1, 0)),
    },
  };
}

/** Half the squared distance, averaged over the examples, which are columns. */
function squaredErrorOfColumns(sums: Value, target: Value): Value {
  const error = sub(sums, target);
  return mul(0.5, reduceMean(reduceSum(mul(error, error), [0])));
}
