import { broadcastShapes, broadcastStrides, forEachIndex, sizeOf } from '../shape.ts';
import {
  apply,
  type Constant,
  constant,
  type Op,
  type Result,
  type Shape,
  type Tensor,
  type Value,
} from '../value.ts';

/** Repeats a tensor along axes of length 1 until it has the given shape. */
export const Expand: Op = {
  name: 'Expand',
  type: ([x, shape]) => ({
    dtype: x.dtype,
    shape: broadcastShapes('Expand', [x.shape, (shape as Constant).data]),
  }),
  evaluate([x], { shape }): Tensor {
    const data = new Float64Array(sizeOf(shape));
    forEachIndex(shape, [broadcastStrides(x.shape, shape)], (flat, [from]) => {
      data[flat] = x.data[from];
    });
    return { shape, data };
  },
  // `gradients` sums this back over the repeated axes.
  gradient: (dy) => [dy, null],
};

export const expand = (x: Value, shape: Shape): Result => apply(Expand, [x, constant(shape, 'int64')]);
