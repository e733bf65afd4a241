import { forEachIndex, formatShape, resolveAxis, sizeOf, stridesOf } from '../shape.ts';
import { apply, type Constant, constant, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { pad } from './pad.ts';

/** The part of a tensor from `starts` up to, not including, `ends` on the named axes. */
export const Slice: Op = {
  name: 'Slice',
  type([x, ...limits]) {
    const [starts, ends, axes] = limits.map((list) => (list as Constant).data);
    const shape = [...x.shape];
    axes.forEach((axis, i) => {
      if (starts[i] < 0 || ends[i] > x.shape[axis] || starts[i] >= ends[i])
        throw new RangeError(
          `Slice: ${formatShape(x.shape)}: axis ${axis} has no part from ${starts[i]} to ${ends[i]}`,
        );
      shape[axis] = ends[i] - starts[i];
    });
    return { dtype: x.dtype, shape };
  },
  evaluate([x, starts, , axes], { shape }): Tensor {
    const strides = stridesOf(x.shape);
    const first = axes.data.reduce((sum, axis, i) => sum + starts.data[i] * strides[axis], 0);
    const data = new Float64Array(sizeOf(shape));
    forEachIndex(shape, [strides], (flat, [from]) => {
      data[flat] = x.data[first + from];
    });
    return { shape, data };
  },
  // What was cut away gets no gradient.
  gradient(dy, { inputs: [x, ...limits] }) {
    const [starts, ends, axes] = limits.map((list) => (list as Constant).data);
    const before = x.shape.map(() => 0);
    const after = x.shape.map(() => 0);
    axes.forEach((axis, i) => {
      before[axis] = starts[i];
      after[axis] = x.shape[axis] - ends[i];
    });
    return [pad(dy, before, after), null, null, null];
  },
};

/** @throws RangeError if a part is empty or reaches outside the tensor */
export function slice(
  x: Value,
  axes: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
): Result {
  const resolved = axes.map((axis) => resolveAxis('Slice', axis, x.shape.length));
  return apply(Slice, [x, ...[starts, ends, resolved].map((list) => constant(list, 'int64'))]);
}
