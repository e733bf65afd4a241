import { formatShape, sizeOf } from '../shape.ts';
import { type Attributes, apply, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { conv } from './conv.ts';
import { kernelGradient } from './conv-kernel-gradient.ts';
import { forEachUnder, windowOf } from './window.ts';

/**
 * The adjoint of a convolution: each number of x sends the whole kernel, weighted, to where Conv would
 * have read. It carries a gradient back through Conv, and enlarges images in its own right.
 */
export const ConvTranspose: Op = {
  name: 'ConvTranspose',
  type([x, kernels], attributes) {
    const { kernel, strides, pads, dilations } = windowOf(attributes, kernels.shape.slice(2));
    const group = attributes.group as number;
    const extra = attributes.output_padding as readonly number[];
    if (x.shape.length !== 4 || x.shape[1] !== kernels.shape[0] || x.shape[1] % group !== 0)
      throw new RangeError(
        `ConvTranspose: images ${formatShape(x.shape)}, kernels ${formatShape(kernels.shape)}, ${group} group(s): takes one kernel a channel`,
      );
    const [height, width] = [0, 1].map(
      (axis) =>
        (x.shape[2 + axis] - 1) * strides[axis] +
        (kernel[axis] - 1) * dilations[axis] +
        1 +
        extra[axis] -
        pads[axis] -
        pads[2 + axis],
    );
    return { dtype: 'float32', shape: [x.shape[0], kernels.shape[1] * group, height, width] };
  },
  evaluate([x, kernels], { shape, attributes }): Tensor {
    const [images, filters, rows, columns] = x.shape;
    const [, depth, ...kernel] = kernels.shape;
    const [, channels, height, width] = shape;
    const window = windowOf(attributes, kernel);
    const perGroup = filters / (attributes.group as number);
    const data = new Float64Array(sizeOf(shape));
    let from = 0;
    for (let n = 0; n < images; n++)
      for (let m = 0; m < filters; m++)
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++, from++)
            for (let c = 0; c < depth; c++) {
              const plane = (n * channels + Math.floor(m / perGroup) * depth + c) * height * width;
              const weights = (m * depth + c) * sizeOf(kernel);
              forEachUnder([height, width], window, [row, column], (inImage, inKernel) => {
                data[plane + inImage] += x.data[from] * kernels.data[weights + inKernel];
              });
            }
    return { shape, data };
  },
  gradient(dy, { inputs: [x, kernels], attributes }) {
    const { output_padding: _, ...window } = attributes;
    return [
      conv(dy, kernels, null, window),
      kernelGradient(x, dy, windowOf(attributes, kernels.shape.slice(2)), attributes.group as number),
    ];
  },
};

/**
 * @param x       shape [N, filters, rows, columns]
 * @param kernels shape [filters, channels / group, height, width], as `conv` takes them
 */
export const convTranspose = (
  x: Value,
  kernels: Value,
  { group = 1, output_padding = [0, 0], ...window }: Attributes = {},
): Result => apply(ConvTranspose, [x, kernels], { group, output_padding, ...window });
