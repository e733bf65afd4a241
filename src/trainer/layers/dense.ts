import { add, matmul } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * Fully connected layer: every output is a weighted sum of every input, plus a bias.
 *
 * Z = X W + b
 *
 * @param x       X, shape [N, inputs]
 * @param weights W, shape [inputs, outputs]
 * @param bias    b, shape [outputs]
 * @returns shape [N, outputs]
 * @throws RangeError if the lengths do not fit
 */
export const dense = (x: Value, weights: Value, bias: Value): Value => add(matmul(x, weights), bias);
