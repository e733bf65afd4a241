/** One application of a learning rule to one example, as a graph. */

import { graph, input, type StepGraph } from '../../graph/value.ts';
import { learningRateName, nextOf } from '../step.ts';
import type { LearningRule } from './rule.ts';

/**
 * Inputs: `x` [1, inputs], `target` [1, 1], scalar `learningRate`, `weights` [inputs, 1], `bias` [1].
 * Outputs: `loss` (1 after a mistake, else 0), `sum`, `weights.next`, `bias.next`.
 */
export function ruleStep(name: string, rule: LearningRule, inputs: number): StepGraph {
  const x = input('x', [1, inputs]);
  const target = input('target', [1, 1]);
  const learningRate = input(learningRateName, []);
  const weights = input('weights', [inputs, 1]);
  const bias = input('bias', [1]);
  const update = rule({ x, target, weights, bias, learningRate });
  const outputs = {
    loss: update.mistake,
    sum: update.sum,
    [nextOf(weights)]: update.weights,
    [nextOf(bias)]: update.bias,
  };
  return {
    ...graph(name, outputs, [x, target, learningRate, weights, bias]),
    carried: [
      { from: weights, to: nextOf(weights) },
      { from: bias, to: nextOf(bias) },
    ],
  };
}
