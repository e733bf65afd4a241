import { maxPool } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * Max pooling: of each window only the strongest answer remains, wherever in the window it was.
 *
 * AlexNet's windows overlap: size 3, stride 2. [krizhevsky-2012]
 *
 * A ReLU may stand before or after it: the result is the same, and after it there is less to do.
 *
 * @param x      shape [N, channels, height, width]
 * @param size   side of the square window, in pixels
 * @param stride pixels from one window to the next; less than `size` makes windows overlap
 * @returns shape [N, channels, ⌊(height − size) / stride⌋ + 1, likewise the width]; rows and columns
 * that fill no window are left out
 */
export const maxPooling = (
  x: Value,
  { size = 2, stride = size }: { readonly size?: number; readonly stride?: number } = {},
): Value => maxPool(x, { kernel: [size, size], strides: [stride, stride] });
