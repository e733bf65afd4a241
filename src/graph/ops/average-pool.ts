import { sizeOf } from '../shape.ts';
import { apply, constant, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { convTranspose } from './conv-transpose.ts';
import { div } from './div.ts';
import { reshape } from './reshape.ts';
import { enlarge } from './resize.ts';
import { forEachUnder, tiles, type Window, windowCounts, windowOf } from './window.ts';

/** The mean under each window, without padding. Each number under it gets an equal part of the gradient. */
export const AveragePool: Op = {
  name: 'AveragePool',
  type: ([x], attributes) => ({
    dtype: 'float32',
    shape: [...x.shape.slice(0, 2), ...windowCounts('AveragePool', x, windowOf(attributes))],
  }),
  evaluate([x], { shape, attributes }): Tensor {
    const [images, channels, rows, columns] = shape;
    const [height, width] = x.shape.slice(2);
    const window = windowOf(attributes);
    const data = new Float64Array(sizeOf(shape));
    let to = 0;
    for (let plane = 0; plane < images * channels; plane++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          let sum = 0;
          forEachUnder([height, width], window, [row, column], (inImage) => {
            sum += x.data[plane * height * width + inImage];
          });
          data[to++] = sum / sizeOf(window.kernel);
        }
    return { shape, data };
  },
  gradient(dy, { inputs: [x], attributes }) {
    const window = windowOf(attributes);
    const { kernel, strides } = window;
    const part = div(dy, sizeOf(kernel));
    if (tiles(x.shape, window)) return [enlarge(part, kernel)];
    const [n, channels, ...lengths] = x.shape;
    const ones = constant(new Array<number>(sizeOf(kernel)).fill(1), 'float32', [1, 1, ...kernel]);
    const output_padding = lengths.map((length, axis) => (length - kernel[axis]) % strides[axis]);
    const each = reshape(part, [n * channels, 1, ...dy.shape.slice(2)]);
    return [reshape(convTranspose(each, ones, { strides, output_padding }), x.shape)];
  },
};

/** @param x shape [N, channels, height, width] @param window strides are the kernel's lengths unless given */
export const averagePool = (
  x: Value,
  { kernel, strides = kernel }: Pick<Window, 'kernel'> & Partial<Pick<Window, 'strides'>>,
): Result => apply(AveragePool, [x], { kernel_shape: kernel, strides });
