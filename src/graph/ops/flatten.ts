import { sizeOf } from '../shape.ts';
import { apply, type Op, type Result, type Value } from '../value.ts';
import { reshape } from './reshape.ts';

/**
 * Each example's numbers in one row: [N, …] becomes [N, the product of the rest].
 * Unlike Reshape it names no batch size, so an exported model takes any.
 */
export const Flatten: Op = {
  name: 'Flatten',
  type: ([x]) => ({ dtype: x.dtype, shape: [x.shape[0], sizeOf(x.shape.slice(1))] }),
  evaluate: ([x], { shape }) => ({ shape, data: x.data }),
  gradient: (dy, { inputs: [x] }) => [reshape(dy, x.shape)],
};

export const flatten = (x: Value): Result => apply(Flatten, [x], { axis: 1 });
