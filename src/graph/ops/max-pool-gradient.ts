/** The gradient of max pooling: to the largest number under each window; equal largest ones share it. */

import { constant, type Result, type Value } from '../value.ts';
import { averagePool } from './average-pool.ts';
import { cast } from './cast.ts';
import { conv } from './conv.ts';
import { convTranspose } from './conv-transpose.ts';
import { div } from './div.ts';
import { equal } from './equal.ts';
import { mul } from './mul.ts';
import { pad } from './pad.ts';
import { reduceSum } from './reduce-sum.ts';
import { reshape } from './reshape.ts';
import { enlarge } from './resize.ts';
import { slice } from './slice.ts';
import { tiles, type Window, windowOf } from './window.ts';

/** `gradient` of MaxPool. Where no two numbers under a window are equal, it is what PyTorch computes. */
export function maxPoolGradient(dy: Value, y: Result): Value[] {
  const window = windowOf(y.attributes);
  const [x] = y.inputs;
  return [tiles(x.shape, window) ? throughTiles(dy, x, y, window) : throughWindows(dy, x, y, window)];
}

/** Windows side by side: three times faster than the general form (batch 128, 32 × 32 pixels, 32 channels). */
function throughTiles(dy: Value, x: Value, y: Value, { kernel }: Window): Value {
  const winners = cast(equal(x, enlarge(y, kernel)), 'float32');
  const count = mul(kernel[0] * kernel[1], averagePool(winners, { kernel }));
  return mul(winners, enlarge(div(dy, count), kernel));
}

/**
 * Windows that overlap: a Conv whose kernels are the positions in the window lists what lies under each
 * one, its transpose adds the shares up again. As fast as a Slice, Pad and Add for each position, or faster.
 */
function throughWindows(dy: Value, x: Value, y: Value, { kernel, strides, pads }: Window): Value {
  const [n, channels, height, width] = x.shape;
  const [top, left, bottom, right] = pads;
  const images = n * channels;
  const places = kernel[0] * kernel[1];
  const each = [images, 1, ...y.shape.slice(2)];
  const onePlace = Array.from({ length: places ** 2 }, (_, i) => (i % (places + 1) === 0 ? 1 : 0));
  const positions = constant(onePlace, 'float32', [places, 1, ...kernel]);
  // The lowest float32 as padding never wins, and unlike −∞ it survives a product with zero.
  const hasPads = pads.some((count) => count > 0);
  const padded = hasPads ? pad(x, [0, 0, top, left], [0, 0, bottom, right], -3.4e38) : x;
  const [tall, wide] = padded.shape.slice(2);
  const under = conv(reshape(padded, [images, 1, tall, wide]), positions, null, { strides });
  const winners = cast(equal(under, reshape(y, each)), 'float32');
  const share = div(reshape(dy, each), reduceSum(winners, [1]));
  const output_padding = [tall, wide].map((length, axis) => (length - kernel[axis]) % strides[axis]);
  const sum = convTranspose(mul(winners, share), positions, { strides, output_padding });
  return reshape(hasPads ? slice(sum, [2, 3], [top, left], [top + height, left + width]) : sum, x.shape);
}
