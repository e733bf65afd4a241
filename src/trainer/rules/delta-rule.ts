import { add, greater, matmul, mul, reshape, sub, transpose, where } from '../../graph/ops/index.ts';
import { dense } from '../layers/dense.ts';
import type { LearningRule } from './rule.ts';

/**
 * The delta rule (Widrow–Hoff, LMS): a gradient step on the squared error of the weighted sum itself.
 *
 * w ← w + η (y − (w·x + b)) x,  b ← b + η (y − (w·x + b))        [widrow-1960]
 *
 * It changes the weights after every example, right or wrong, and seeks the least squared error,
 * which need not be the fewest mistakes.
 */
export const deltaRule: LearningRule = ({ x, target, weights, bias, learningRate }) => {
  const sum = dense(x, weights, bias);
  const push = mul(learningRate, sub(target, sum));
  return {
    mistake: where(greater(mul(target, sum), 0), 0, 1),
    sum,
    weights: add(weights, matmul(transpose(x), push)),
    bias: add(bias, reshape(push, [1])),
  };
};
