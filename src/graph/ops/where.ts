import { apply, type Op, type Operand, type Result, type Value } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** `a` where the condition holds, else `b`. The gradient takes the same way back. */
export const Where: Op = elementwise('Where', 3, {
  of: (condition, a, b) => (condition ? a : b),
  takes: ['bool', 'float32', 'float32'],
  gradient: (dy, { inputs: [condition] }) => [null, where(condition, dy, 0), where(condition, 0, dy)],
});

export const where = (condition: Value, a: Operand, b: Operand): Result => apply(Where, [condition, a, b]);
