import { formatShape, sizeOf } from '../shape.ts';
import { apply, type Constant, constant, type Op, type Result, type Shape, type Value } from '../value.ts';

/** The same numbers in the same order under another shape. */
export const Reshape: Op = {
  name: 'Reshape',
  type([x, shape]) {
    const target = (shape as Constant).data;
    if (sizeOf(target) !== sizeOf(x.shape))
      throw new RangeError(
        `Reshape: ${formatShape(x.shape)} holds ${sizeOf(x.shape)} numbers, ${formatShape(target)} holds ${sizeOf(target)}`,
      );
    return { dtype: x.dtype, shape: target };
  },
  evaluate: ([x], { shape }) => ({ shape, data: x.data }),
  gradient: (dy, { inputs: [x] }) => [reshape(dy, x.shape), null],
};

/** @throws RangeError if the two shapes hold different numbers of elements */
export const reshape = (x: Value, shape: Shape): Result => apply(Reshape, [x, constant(shape, 'int64')]);
