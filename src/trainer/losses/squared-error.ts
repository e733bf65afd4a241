import { mul, reduceMean, reduceSum, sub } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import { expectSameShape } from './same-shape.ts';

/**
 * Half the squared distance between prediction and target, averaged over the batch.
 *
 * L = 1/(2N) Σᵢ ‖yᵢ − tᵢ‖²        [widrow-1960]
 *
 * The half makes the gradient for one example y − t.
 *
 * @param predictions yᵢ, shape [N, outputs]
 * @param targets tᵢ, shape [N, outputs]
 * @returns scalar, ≥ 0
 * @throws RangeError if the shapes differ
 */
export function squaredError(predictions: Value, targets: Value): Value {
  expectSameShape('squaredError', predictions, targets);
  const error = sub(predictions, targets);
  return mul(0.5, reduceMean(reduceSum(mul(error, error), [1])));
}
