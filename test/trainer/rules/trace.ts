/** Runs a learning rule over the corners of the unit square, in order, as the entries' tables do. */

import { evaluate } from '../../../src/graph/evaluate.ts';
import type { LearningRule } from '../../../src/trainer/rules/rule.ts';
import { ruleStep } from '../../../src/trainer/rules/step.ts';

export const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

export const tasks = {
  and: [-1, -1, -1, 1],
  or: [-1, 1, 1, 1],
  nand: [1, 1, 1, -1],
  xor: [-1, 1, 1, -1],
} as const;

export interface Epoch {
  readonly mistakes: number;
  /** Bias, then weights, after each of the four examples. */
  readonly weights: readonly (readonly number[])[];
}

/** @param targets −1 or +1 for each corner */
export function trace(
  rule: LearningRule,
  targets: readonly number[],
  { epochs, learningRate = 1 }: { readonly epochs: number; readonly learningRate?: number },
): Epoch[] {
  const step = ruleStep('trace', rule, 2);
  let weights: ArrayLike<number> = [0, 0];
  let bias: ArrayLike<number> = [0];
  return Array.from({ length: epochs }, () => {
    let mistakes = 0;
    const seen = corners.map((x, i) => {
      const out = evaluate(step, { x, target: [targets[i]], learningRate: [learningRate], weights, bias });
      mistakes += out.loss.data[0];
      weights = out['weights.next'].data;
      bias = out['bias.next'].data;
      return [bias[0], weights[0], weights[1]];
    });
    return { mistakes, weights: seen };
  });
}
