import { mul, sub } from '../../graph/ops/index.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Stochastic gradient descent: a step against the gradient of the loss on one batch.
 *
 * θ ← θ − η g        [robbins-1951]
 *
 * It keeps nothing between steps.
 */
export const sgd =
  (): Optimizer =>
  ({ parameter, gradient, learningRate }) =>
    sub(parameter, mul(learningRate, gradient));
