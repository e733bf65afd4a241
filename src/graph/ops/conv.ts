import { formatShape, sizeOf } from '../shape.ts';
import { type Attributes, apply, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { imageGradient } from './conv-image-gradient.ts';
import { kernelGradient } from './conv-kernel-gradient.ts';
import { convolvedShape } from './conv-shape.ts';
import { reduceSum } from './reduce-sum.ts';
import { reshape } from './reshape.ts';
import { forEachUnder, windowOf } from './window.ts';

/**
 * Convolution of images: each filter slides over its channels and weighs what lies under it.
 *
 * yₙₘ(p) = bₘ + Σ_c Σ_k wₘ꜀(k) · xₙ꜀(stride · p + k − padding)        [goodfellow-2016, §9.1]
 *
 * The kernel is not flipped, so a mathematician would say cross-correlation. With g groups, each
 * group of filters sees its own 1/g of the channels.
 */
export const Conv: Op = {
  name: 'Conv',
  type: (inputs, attributes) => ({ dtype: 'float32', shape: convolvedShape(inputs, attributes) }),
  evaluate([x, kernels, bias], { shape, attributes }): Tensor {
    const [, channels, height, width] = x.shape;
    const [filters, depth, ...kernel] = kernels.shape;
    const [images, , rows, columns] = shape;
    const window = windowOf(attributes, kernel);
    const perGroup = filters / (attributes.group as number);
    const data = new Float64Array(sizeOf(shape));
    let to = 0;
    for (let n = 0; n < images; n++)
      for (let m = 0; m < filters; m++)
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++) {
            let sum = bias ? bias.data[m] : 0;
            for (let c = 0; c < depth; c++) {
              const plane = (n * channels + Math.floor(m / perGroup) * depth + c) * height * width;
              const weights = (m * depth + c) * sizeOf(kernel);
              forEachUnder([height, width], window, [row, column], (inImage, inKernel) => {
                sum += x.data[plane + inImage] * kernels.data[weights + inKernel];
              });
            }
            data[to++] = sum;
          }
    return { shape, data };
  },
  gradient(dy, { inputs: [x, kernels, bias], attributes }) {
    const window = windowOf(attributes, kernels.shape.slice(2));
    const group = attributes.group as number;
    if (window.dilations.some((distance) => distance !== 1))
      throw new RangeError(
        `Conv: dilations ${formatShape(window.dilations)}: only kernels without gaps have a gradient here`,
      );
    const dx = imageGradient(dy, kernels, window, group, x.shape);
    const dw = kernelGradient(dy, x, window, group);
    return bias ? [dx, dw, reshape(reduceSum(dy, [0, 2, 3]), bias.shape)] : [dx, dw];
  },
};

/**
 * @param x       shape [N, channels, height, width]
 * @param kernels shape [filters, channels / group, height, width]
 * @param bias    shape [filters], or none
 */
export const conv = (
  x: Value,
  kernels: Value,
  bias: Value | null = null,
  { group = 1, ...window }: Attributes & { readonly group?: number } = {},
): Result => apply(Conv, bias ? [x, kernels, bias] : [x, kernels], { group, ...window });
