import { add, greater, matmul, mul, reshape, transpose, where } from '../../graph/ops/index.ts';
import { dense } from '../layers/dense.ts';
import type { LearningRule } from './rule.ts';

/**
 * The perceptron learning rule: change the weights only after a mistake, towards the wanted answer.
 *
 * If y (w·x + b) ≤ 0:  w ← w + η y x,  b ← b + η y        [rosenblatt-1962, novikoff-1962]
 *
 * On separable data it makes finitely many mistakes; otherwise it never comes to rest.
 */
export const perceptronRule: LearningRule = ({ x, target, weights, bias, learningRate }) => {
  const sum = dense(x, weights, bias);
  const mistake = where(greater(mul(target, sum), 0), 0, 1);
  const push = mul(learningRate, mul(mistake, target));
  return {
    mistake,
    sum,
    weights: add(weights, matmul(transpose(x), push)),
    bias: add(bias, reshape(push, [1])),
  };
};
