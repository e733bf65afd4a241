import { add, div, mul, reduceMean, reshape, sqrt, sub } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/** Mean and variance of each feature. */
export interface Statistics {
  readonly mean: Value;
  readonly variance: Value;
}

/** What one batch says: over the examples, and over the pixels of images. The variance is the biased one. */
export function batchStatistics(x: Value): Statistics {
  const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
  const mean = reduceMean(x, axes);
  const error = sub(x, mean);
  return { mean, variance: reduceMean(mul(error, error), axes) };
}

/**
 * Batch normalisation: each feature is given mean 0 and variance 1, then a learned scale and shift.
 *
 * y = γ (x − μ) / √(σ² + ε) + β        [ioffe-2015]
 *
 * In training μ and σ² are the batch's own, and the gradient flows through them too; afterwards they are
 * constants, gathered over many batches.
 *
 * @param x          shape [N, features] or [N, channels, height, width]
 * @param gain       γ, shape [features]
 * @param shift      β, shape [features]
 * @param statistics μ and σ², shape [1, features, …]; those of x itself unless given
 */
export function batchNormalization(
  x: Value,
  gain: Value,
  shift: Value,
  { mean, variance }: Statistics = batchStatistics(x),
  epsilon = 1e-5,
): Value {
  const perFeature = x.shape.map((length, axis) => (axis === 1 ? length : 1));
  const normal = div(sub(x, mean), sqrt(add(variance, epsilon)));
  return add(mul(reshape(gain, perFeature), normal), reshape(shift, perFeature));
}
