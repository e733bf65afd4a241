import {
  exp,
  log,
  mul,
  neg,
  reduceMax,
  reduceMean,
  reduceSum,
  stopGradient,
  sub,
} from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import { expectSameShape } from './same-shape.ts';

/**
 * Mean cross-entropy between predicted and true classes, in nats.
 *
 * L = −1/N Σᵢ log softmax(zᵢ)[yᵢ]        [goodfellow-2016, §6.2.2.3]
 *
 * @param logits  zᵢ, unnormalised scores, shape [N, classes]
 * @param targets one-hot yᵢ, shape [N, classes]; rows sum to 1
 * @returns scalar, ≥ 0; log(classes) for a uniform guess
 * @throws RangeError if the shapes differ
 */
export function crossEntropy(logits: Value, targets: Value): Value {
  expectSameShape('crossEntropy', logits, targets);
  return neg(reduceMean(reduceSum(mul(targets, logSoftmax(logits)), [1])));
}

/** log of softmax along the last axis: z − log Σ eᶻ. */
export function logSoftmax(logits: Value): Value {
  // Subtracting the row maximum leaves softmax unchanged and keeps exp() from overflowing float32 above 88.
  const shifted = sub(logits, stopGradient(reduceMax(logits, [-1])));
  return sub(shifted, log(reduceSum(exp(shifted), [-1])));
}
