import { conv } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * Convolutional layer: each filter looks for one pattern at every place of the image, with the same weights.
 *
 * yₙₘ(p) = bₘ + Σ_c Σ_k wₘ꜀(k) · xₙ꜀(stride · p + k − padding)        [goodfellow-2016, §9.1]
 *
 * @param x       images, shape [N, channels, height, width]
 * @param kernels w, shape [filters, channels / groups, size, size]
 * @param bias    b, shape [filters]
 * @param stride  pixels from one place to the next, in both directions
 * @param padding zeros around the image, on every side
 * @param groups  into how many blind-to-each-other parts channels and filters are split: 2 in AlexNet,
 *                whose halves sat on two GPUs        [krizhevsky-2012]
 * @returns shape [N, filters, ⌊(height + 2 padding − size) / stride⌋ + 1, likewise the width]
 * @throws RangeError if channels, filters and groups do not fit, or the kernel exceeds the image
 */
export const convolution = (
  x: Value,
  kernels: Value,
  bias: Value,
  { stride = 1, padding = 0, groups = 1 }: ConvolutionOptions = {},
): Value =>
  conv(x, kernels, bias, {
    strides: [stride, stride],
    pads: [padding, padding, padding, padding],
    group: groups,
  });

export interface ConvolutionOptions {
  readonly stride?: number;
  readonly padding?: number;
  readonly groups?: number;
}
