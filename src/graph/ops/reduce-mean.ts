import { sizeOf } from '../shape.ts';
import type { Result, Value } from '../value.ts';
import { div } from './div.ts';
import { reduceSum } from './reduce-sum.ts';

/** Mean over axes; all of them, giving a scalar, unless named. Composed, so it needs no gradient rule. */
export function reduceMean(x: Value, axes?: readonly number[]): Result {
  const sum = reduceSum(x, axes);
  return div(sum, sizeOf(x.shape) / sizeOf(sum.shape));
}
