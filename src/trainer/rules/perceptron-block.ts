import {
  add,
  equal,
  greater,
  less,
  matmul,
  mul,
  reduceMax,
  reduceSum,
  reshape,
  sub,
  transpose,
  where,
} from '../../graph/ops/index.ts';
import { constant, graph, input, type StepGraph } from '../../graph/value.ts';
import { dense } from '../layers/dense.ts';
import { learningRateName, nextOf } from '../step.ts';

/**
 * The perceptron rule on a block of examples, up to and including its first mistake.
 *
 * The rule changes the weights only after mistakes, so all sums up to the next mistake can be computed at once. The
 * caller runs the same block again `from` the example after `first` until there is no mistake left in it; the updates
 * are then those of the rule going through the examples one by one.        [novikoff-1962]
 *
 * Inputs: `x` [count, inputs], `target` [count, 1], scalars `from` and `learningRate`, `weights` [inputs, 1],
 * `bias` [1]. Outputs: `first`, the place of the first mistake at or after `from`, or `count` if there is none;
 * `weights.next`, `bias.next`.
 */
export function perceptronBlock(name: string, count: number, inputs: number): StepGraph {
  const x = input('x', [count, inputs]);
  const target = input('target', [count, 1]);
  const from = input('from', []);
  const learningRate = input(learningRateName, []);
  const weights = input('weights', [inputs, 1]);
  const bias = input('bias', [1]);

  const place = constant(
    Array.from({ length: count }, (_, i) => i),
    'float32',
    [count, 1],
  );
  const right = greater(mul(target, dense(x, weights, bias)), 0);
  // The earlier a mistake, the higher its rank; examples that are right, or have been gone through, have none.
  const rank = where(less(place, from), 0, where(right, 0, sub(count, place)));
  const highest = reduceMax(rank, [0]);
  const isFirst = mul(where(equal(rank, highest), 1, 0), where(greater(rank, 0), 1, 0));
  const push = mul(learningRate, mul(isFirst, target));
  const outputs = {
    first: sub(count, reshape(highest, [])),
    [nextOf(weights)]: add(weights, matmul(transpose(x), push)),
    [nextOf(bias)]: add(bias, reshape(reduceSum(push), [1])),
  };
  return {
    ...graph(name, outputs, [x, target, from, learningRate, weights, bias]),
    carried: [
      { from: weights, to: nextOf(weights) },
      { from: bias, to: nextOf(bias) },
    ],
  };
}
