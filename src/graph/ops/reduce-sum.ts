import { apply, type Constant, constant, type Op, type Result, type Value } from '../value.ts';
import { expand } from './expand.ts';
import { allAxes, fold, reducedShape } from './reduction.ts';
import { reshape } from './reshape.ts';

/** Sum over axes; reduced axes stay with length 1. Every summand gets the whole gradient. */
export const ReduceSum: Op = {
  name: 'ReduceSum',
  type: ([x, axes]) => ({
    dtype: 'float32',
    shape: reducedShape('ReduceSum', x.shape, (axes as Constant).data),
  }),
  evaluate: ([x], { shape }) => fold(x, shape, 0, (total, one) => total + one),
  gradient: (dy, { inputs: [x] }) => [expand(dy, x.shape), null],
};

/** @param axes all axes unless given, which yields a scalar */
export function reduceSum(x: Value, axes?: readonly number[]): Result {
  if (x.shape.length === 0) return reshape(x, []);
  const sum = apply(ReduceSum, [x, constant(axes ?? allAxes(x.shape), 'int64')]);
  return axes ? sum : reshape(sum, []);
}
