import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** a < b, a bool. No gradient. */
export const Less: Op = elementwise('Less', 2, {
  of: (a, b) => (a < b ? 1 : 0),
  gives: 'bool',
});

export const less = (a: Operand, b: Operand): Result => apply(Less, [a, b]);
