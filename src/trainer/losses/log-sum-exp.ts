import { add, exp, log, reduceMax, reduceSum, stopGradient, sub } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * log Σⱼ exp(zⱼ) along one axis: a smooth maximum, between max z and max z + log of how many there are.
 * Its gradient is the softmax.
 *
 * @param axis the last one unless given; it stays with length 1
 */
export function logSumExp(z: Value, axis = -1): Value {
  const largest = stopGradient(reduceMax(z, [axis]));
  return add(largest, log(reduceSum(exp(sub(z, largest)), [axis])));
}
