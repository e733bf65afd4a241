import { apply, type Op, type Result, type Value } from '../value.ts';

/** The same numbers, through which no gradient flows back. */
export const Identity: Op = {
  name: 'Identity',
  type: ([x]) => ({ dtype: x.dtype, shape: x.shape }),
  evaluate: ([x]) => x,
};

/** Makes of x a constant in the eyes of `gradients`; runtimes remove it. */
export const stopGradient = (x: Value): Result => apply(Identity, [x]);
