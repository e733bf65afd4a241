import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** a > b, a bool. No gradient: a step has slope 0 wherever it has a slope. */
export const Greater: Op = elementwise('Greater', 2, {
  of: (a, b) => (a > b ? 1 : 0),
  gives: 'bool',
});

export const greater = (a: Operand, b: Operand): Result => apply(Greater, [a, b]);
