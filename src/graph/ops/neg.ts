import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** −x. */
export const Neg: Op = elementwise('Neg', 1, {
  of: (x) => -x,
  gradient: (dy) => [neg(dy)],
});

export const neg = (x: Operand): Result => apply(Neg, [x]);
