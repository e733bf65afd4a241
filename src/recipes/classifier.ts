/** What every network that tells classes apart has in common. */

import { div, equal, mul, reduceMax, reduceMean, reduceSum, where } from '../graph/ops/index.ts';
import type { Value } from '../graph/value.ts';
import { crossEntropy } from '../trainer/losses/cross-entropy.ts';
import type { Network } from './recipe.ts';

/**
 * Cross-entropy and the share of examples whose true class has the highest score. Where k classes share the highest,
 * the true one among them counts 1/k, as a guess among them would be right: equal scores for all are chance, not
 * knowledge.
 * @param logits shape [N, classes]
 * @param target one-hot, shape [N, classes]
 */
export function classifierMeasures(logits: Value, target: Value): Network['measures'] {
  const highest = where(equal(logits, reduceMax(logits, [-1])), 1, 0);
  return {
    loss: crossEntropy(logits, target),
    accuracy: reduceMean(div(reduceSum(mul(target, highest), [1]), reduceSum(highest, [1]))),
  };
}
