import { apply, type Op, type Result, type Value } from '../value.ts';
import { div } from './div.ts';
import { equal } from './equal.ts';
import { mul } from './mul.ts';
import { reduceSum } from './reduce-sum.ts';
import { fold, reducedShape } from './reduction.ts';
import { where } from './where.ts';

/** Maximum over axes; reduced axes stay with length 1. Ties share the gradient equally. */
export const ReduceMax: Op = {
  name: 'ReduceMax',
  type: ([x], { axes }) => ({
    dtype: 'float32',
    shape: reducedShape('ReduceMax', x.shape, axes as readonly number[]),
  }),
  evaluate: ([x], { shape }) =>
    fold(x, shape, Number.NEGATIVE_INFINITY, (total, one) => Math.max(total, one)),
  gradient(dy, y) {
    const [x] = y.inputs;
    const winners = where(equal(x, y), 1, 0);
    return [mul(winners, div(dy, reduceSum(winners, y.attributes.axes as readonly number[])))];
  },
};

export const reduceMax = (x: Value, axes: readonly number[]): Result => apply(ReduceMax, [x], { axes });
