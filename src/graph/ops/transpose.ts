import { forEachIndex, formatShape, stridesOf } from '../shape.ts';
import { apply, type Op, type Result, type Tensor, type Value } from '../value.ts';

/** Axes in another order: axis i of the output is axis `perm[i]` of the input. */
export const Transpose: Op = {
  name: 'Transpose',
  type([x], { perm }) {
    const order = perm as readonly number[];
    if ([...order].sort((a, b) => a - b).some((axis, i) => axis !== i) || order.length !== x.shape.length)
      throw new RangeError(
        `Transpose: ${formatShape(order)} does not reorder the axes of ${formatShape(x.shape)}`,
      );
    return { dtype: x.dtype, shape: order.map((axis) => x.shape[axis]) };
  },
  evaluate([x], { shape, attributes }): Tensor {
    const strides = stridesOf(x.shape);
    const data = new Float64Array(x.data.length);
    forEachIndex(
      shape,
      [(attributes.perm as readonly number[]).map((axis) => strides[axis])],
      (flat, [from]) => {
        data[flat] = x.data[from];
      },
    );
    return { shape, data };
  },
  gradient(dy, { attributes }) {
    const perm = attributes.perm as readonly number[];
    return [
      transpose(
        dy,
        perm.map((_, axis) => perm.indexOf(axis)),
      ),
    ];
  },
};

/** @param perm the new order of the axes; all reversed unless given */
export const transpose = (
  x: Value,
  perm: readonly number[] = x.shape.map((_, axis) => x.shape.length - 1 - axis),
): Result => apply(Transpose, [x], { perm });
