import { add, equal, greater, matmul, mul, reshape, sub, transpose, where } from '../../graph/ops/index.ts';
import { dense } from '../layers/dense.ts';
import type { LearningRule } from './rule.ts';

export interface Conventions {
  /** Numbers of the two classes: −1 and +1, or 0 and 1. */
  readonly labels: 'signs' | 'bits';
  /** A sum of exactly 0 is a mistake for either label, or it is the lower of the two answers. */
  readonly ties: 'mistake' | 'lower';
}

/**
 * The perceptron rule as different authors write it.
 *
 * - Ties are mistakes: if y s ≤ 0, w ← w + η y x, where y stands for 2y − 1 if labels are 0 and 1.
 * - Ties are the lower answer: w ← w + η (y − ŷ) x with ŷ = 1 if s > 0 and else 0; halved where labels are −1 and
 *   +1, so that both conventions make the same step.
 *
 * With labels of −1 and +1 and ties as mistakes this is `perceptronRule`. All forms make the same updates wherever
 * the sum is not 0; training from zero begins with a sum of 0.        [rosenblatt-1958, novikoff-1962]
 */
export const perceptronRuleIn =
  ({ labels, ties }: Conventions): LearningRule =>
  ({ x, target, weights, bias, learningRate }) => {
    const sum = dense(x, weights, bias);
    const low = labels === 'bits' ? 0 : -1;
    const sign = labels === 'bits' ? sub(mul(2, target), 1) : target;
    const answer = where(greater(sum, 0), 1, low);
    const mistake =
      ties === 'mistake' ? where(greater(mul(sign, sum), 0), 0, 1) : where(equal(answer, target), 0, 1);
    const push = mul(learningRate, mul(mistake, sign));
    return {
      mistake,
      sum,
      weights: add(weights, matmul(transpose(x), push)),
      bias: add(bias, reshape(push, [1])),
    };
  };
