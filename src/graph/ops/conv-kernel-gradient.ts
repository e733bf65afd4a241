import type { Value } from '../value.ts';
import { conv } from './conv.ts';
import { reshape } from './reshape.ts';
import { slice } from './slice.ts';
import { transpose } from './transpose.ts';
import type { Window } from './window.ts';

/**
 * The kernel gradient of a convolution, ∂L/∂w: how much a weight's pixel and its filter's error were
 * large together, over the whole batch.
 *
 * ∂wₘ꜀(k) = Σₙ Σ_p dyₙₘ(p) · xₙ꜀(stride · p + k − padding)
 *
 * This is again a convolution, with the batch in the place of the channels, dy as the kernels, and the
 * forward stride as dilation. The channels lie interleaved in the rows of the image, so that one matrix
 * product yields all of them: 1.5 times faster than one image for each channel on the CIFAR net, on two
 * threads 2.5 times, and twice as fast as im2col with Slice, Concat and MatMul.
 */
export function kernelGradient(dy: Value, x: Value, { kernel, strides, pads }: Window, group: number): Value {
  const [tall, wide] = kernel;
  const filters = dy.shape[1];
  const depth = x.shape[1] / group;
  const found = conv(interleaved(x, group), transpose(dy, [1, 0, 2, 3]), null, {
    group,
    pads: pads.map((count, side) => (side % 2 === 0 ? count : count * depth)),
    dilations: [strides[0], strides[1] * depth],
  });
  // Pixels that no window reached would otherwise add rows and columns to the kernel.
  const reached = found.shape[2] === tall && found.shape[3] === wide * depth;
  const fitting = reached ? found : slice(found, [2, 3], [0, 0], [tall, wide * depth]);
  return transpose(reshape(fitting, [filters, tall, wide, depth]), [0, 3, 1, 2]);
}

/** [N, channels, height, width] as [1, groups · N, height, width · channels / groups]. */
function interleaved(x: Value, group: number): Value {
  const [n, channels, height, width] = x.shape;
  const depth = channels / group;
  // Three axes, since onnxruntime moves one axis of three four times as fast as one of five.
  const last = transpose(reshape(x, [n * group, depth, height * width]), [0, 2, 1]);
  const images = reshape(last, [n, group, height, width * depth]);
  const grouped = group === 1 ? images : transpose(images, [1, 0, 2, 3]);
  return reshape(grouped, [1, group * n, height, width * depth]);
}
