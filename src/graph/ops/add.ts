import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** a + b. The gradient flows unchanged to both. */
export const Add: Op = elementwise('Add', 2, {
  of: (a, b) => a + b,
  gradient: (dy) => [dy, dy],
});

export const add = (a: Operand, b: Operand): Result => apply(Add, [a, b]);
