import { mul, reduceMean, reduceSum, relu, sub } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import { expectSameShape } from './same-shape.ts';

/**
 * Hinge loss, the support-vector machine's: nothing to pay beyond the margin, and linearly more before it.
 *
 * L = 1/N Σᵢ Σⱼ max(0, 1 − tᵢⱼ yᵢⱼ)        [cortes-1995]
 *
 * With one output it is the binary loss; with one for each class, the sum of a one-against-the-rest
 * machine for each. At the margin itself the subgradient 0 is used.
 *
 * @param scores  y, any real number, shape [N, outputs]
 * @param targets t, each −1 or +1, shape [N, outputs]; `oneVersusRest` makes them of one-hot rows
 * @returns scalar, ≥ 0; the number of outputs for scores of 0
 * @throws RangeError if the shapes differ
 */
export function hinge(scores: Value, targets: Value): Value {
  expectSameShape('hinge', scores, targets);
  return reduceMean(reduceSum(relu(sub(1, mul(targets, scores))), [1]));
}

/** +1 for the class of each example, −1 for all others. @param oneHot shape [N, classes] */
export const oneVersusRest = (oneHot: Value): Value => sub(mul(2, oneHot), 1);
