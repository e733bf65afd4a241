import { forEachIndex, formatShape, sizeOf, stridesOf } from '../shape.ts';
import { apply, type Constant, constant, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { slice } from './slice.ts';

/** A border of one number around a tensor: so much before and so much after it on each axis. */
export const Pad: Op = {
  name: 'Pad',
  type([x, pads]) {
    const { data } = pads as Constant;
    const rank = x.shape.length;
    if (data.length !== 2 * rank || data.some((count) => !Number.isInteger(count) || count < 0))
      throw new RangeError(
        `Pad: ${formatShape(x.shape)} takes ${rank} counts before and ${rank} after it, none negative, got ${formatShape(data)}`,
      );
    return {
      dtype: x.dtype,
      shape: x.shape.map((length, axis) => data[axis] + length + data[rank + axis]),
    };
  },
  evaluate([x, pads, value], { shape }): Tensor {
    const strides = stridesOf(shape);
    const first = strides.reduce((sum, stride, axis) => sum + stride * pads.data[axis], 0);
    const data = new Float64Array(sizeOf(shape)).fill(value.data[0]);
    forEachIndex(x.shape, [strides], (flat, [to]) => {
      data[first + to] = x.data[flat];
    });
    return { shape, data };
  },
  gradient(dy, { inputs: [x, pads] }) {
    const starts = (pads as Constant).data.slice(0, x.shape.length);
    const ends = starts.map((start, axis) => start + x.shape[axis]);
    return [slice(dy, [...starts.keys()], starts, ends), null, null];
  },
};

/**
 * @param before how much in front, one count an axis
 * @param after  how much behind, one count an axis
 * @param value  what the border is made of
 */
export const pad = (x: Value, before: readonly number[], after: readonly number[], value = 0): Result =>
  apply(Pad, [x, constant([...before, ...after], 'int64'), constant(value)]);
