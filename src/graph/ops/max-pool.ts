import { formatShape, sizeOf } from '../shape.ts';
import { apply, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { maxPoolGradient } from './max-pool-gradient.ts';
import { forEachUnder, type Window, windowCounts, windowOf } from './window.ts';

/** The largest number under each window; padding never wins. */
export const MaxPool: Op = {
  name: 'MaxPool',
  type([x], attributes) {
    const window = windowOf(attributes);
    const { kernel, pads } = window;
    if (pads.some((count, side) => count >= kernel[side % 2]))
      throw new RangeError(
        `MaxPool: pads ${formatShape(pads)}: a window ${formatShape(kernel)} could lie on padding alone`,
      );
    return { dtype: 'float32', shape: [...x.shape.slice(0, 2), ...windowCounts('MaxPool', x, window)] };
  },
  evaluate([x], { shape, attributes }): Tensor {
    const [height, width] = x.shape.slice(2);
    const [images, channels, rows, columns] = shape;
    const window = windowOf(attributes);
    const data = new Float64Array(sizeOf(shape)).fill(Number.NEGATIVE_INFINITY);
    let to = 0;
    for (let plane = 0; plane < images * channels; plane++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++, to++)
          forEachUnder([height, width], window, [row, column], (inImage) => {
            data[to] = Math.max(data[to], x.data[plane * height * width + inImage]);
          });
    return { shape, data };
  },
  gradient: maxPoolGradient,
};

/** @param x shape [N, channels, height, width] */
export const maxPool = (
  x: Value,
  { kernel, strides = kernel, pads = [0, 0, 0, 0] }: Pick<Window, 'kernel'> & Partial<Window>,
): Result => apply(MaxPool, [x], { kernel_shape: kernel, strides, pads });
