/** Where a window stands as it slides over an image: what convolution and pooling share. */

import { formatShape } from '../shape.ts';
import type { Attributes, Shape, Value } from '../value.ts';
import { expectTypes } from './elementwise.ts';

/** How windows of one operator lie over the two image axes; lists are [vertical, horizontal]. */
export interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  /** Numbers added at the [top, left, bottom, right]. */
  readonly pads: readonly number[];
  /** Distance between neighbouring numbers under one window; 1 unless the kernel is spread out. */
  readonly dilations: readonly number[];
}

export const windowOf = (attributes: Attributes, kernel = attributes.kernel_shape): Window => ({
  kernel: kernel as readonly number[],
  strides: (attributes.strides ?? [1, 1]) as readonly number[],
  pads: (attributes.pads ?? [0, 0, 0, 0]) as readonly number[],
  dilations: (attributes.dilations ?? [1, 1]) as readonly number[],
});

/**
 * How many windows fit, vertically and horizontally: ⌊(length + pads − reach) / stride⌋ + 1.
 * @throws RangeError naming the operator, the shapes and the axis, if not even one fits
 */
export function windowCounts(operator: string, image: Value, window: Window): number[] {
  expectTypes(operator, [image], ['float32']);
  const { shape } = image;
  const { kernel, strides, pads, dilations } = window;
  if (shape.length !== 4)
    throw new RangeError(
      `${operator}: images have shape [N, channels, height, width], got ${formatShape(shape)}`,
    );
  return [0, 1].map((axis) => {
    const padded = shape[2 + axis] + pads[axis] + pads[2 + axis];
    const reach = (kernel[axis] - 1) * dilations[axis] + 1;
    if (reach > padded)
      throw new RangeError(
        `${operator}: ${formatShape(shape)} under a window ${formatShape(kernel)}: axis ${2 + axis} has length ${padded} with its padding, the window needs ${reach}`,
      );
    return Math.floor((padded - reach) / strides[axis]) + 1;
  });
}

/** Calls `visit` for every number of the image under the window at (row, column); padding is passed over. */
export function forEachUnder(
  [height, width]: Shape,
  { kernel, strides, pads, dilations }: Window,
  [row, column]: readonly number[],
  visit: (inImage: number, inKernel: number) => void,
): void {
  for (let i = 0; i < kernel[0]; i++) {
    const y = row * strides[0] - pads[0] + i * dilations[0];
    if (y < 0 || y >= height) continue;
    for (let j = 0; j < kernel[1]; j++) {
      const x = column * strides[1] - pads[1] + j * dilations[1];
      if (x >= 0 && x < width) visit(y * width + x, i * kernel[1] + j);
    }
  }
}

/** Whether the windows lie side by side and cover the whole image, so that each pixel is under one of them. */
export const tiles = ([, , ...lengths]: Shape, { kernel, strides, pads, dilations }: Window): boolean =>
  pads.every((count) => count === 0) &&
  dilations.every((distance) => distance === 1) &&
  kernel.every((length, axis) => length === strides[axis] && lengths[axis] % length === 0);
