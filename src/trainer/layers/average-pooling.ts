import { averagePool } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * Average pooling: the mean of each window. LeNet-5's subsampling is this, with a trained factor and bias
 * for each channel. [lecun-1998]
 *
 * @param x      shape [N, channels, height, width]
 * @param size   side of the square window, in pixels
 * @param stride pixels from one window to the next; less than `size` makes windows overlap
 * @returns shape [N, channels, ⌊(height − size) / stride⌋ + 1, likewise the width]
 */
export const averagePooling = (
  x: Value,
  { size = 2, stride = size }: { readonly size?: number; readonly stride?: number } = {},
): Value => averagePool(x, { kernel: [size, size], strides: [stride, stride] });
