import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { neg } from './neg.ts';

/** a − b. */
export const Sub: Op = elementwise('Sub', 2, {
  of: (a, b) => a - b,
  gradient: (dy) => [dy, neg(dy)],
});

export const sub = (a: Operand, b: Operand): Result => apply(Sub, [a, b]);
