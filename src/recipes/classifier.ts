/** What every network that tells classes apart has in common. */

import { equal, mul, reduceMax, reduceMean, reduceSum, where } from '../graph/ops/index.ts';
import type { Value } from '../graph/value.ts';
import { crossEntropy } from '../trainer/losses/cross-entropy.ts';
import type { Network } from './recipe.ts';

/**
 * Cross-entropy and the share of examples whose true class has the highest score.
 * @param logits shape [N, classes]
 * @param target one-hot, shape [N, classes]
 */
export function classifierMeasures(logits: Value, target: Value): Network['measures'] {
  const highest = where(equal(logits, reduceMax(logits, [-1])), 1, 0);
  return {
    loss: crossEntropy(logits, target),
    accuracy: reduceMean(reduceSum(mul(target, highest), [1])),
  };
}
