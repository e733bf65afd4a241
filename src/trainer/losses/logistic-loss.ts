import { abs, add, exp, log, mul, neg, reduceMean, reduceSum, relu, sub } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import { expectSameShape } from './same-shape.ts';

/**
 * Cross-entropy of yes-or-no outputs, in nats; the sigmoid is part of the loss.
 *
 * L = 1/N Σᵢ log(1 + eᶻ) − t z, with z the logit and σ(z) the predicted probability of t = 1.
 *
 * @param logits  z, shape [N, outputs]
 * @param targets t, each 0 or 1, shape [N, outputs]
 * @returns scalar, ≥ 0; outputs · log 2 for logits of 0
 * @throws RangeError if the shapes differ
 */
export function logisticLoss(logits: Value, targets: Value): Value {
  expectSameShape('logisticLoss', logits, targets);
  // log(1 + eᶻ) as max(0, z) + log(1 + e^−|z|), which cannot overflow.
  const softplus = add(relu(logits), log(add(1, exp(neg(abs(logits))))));
  return reduceMean(reduceSum(sub(softplus, mul(targets, logits)), [1]));
}
