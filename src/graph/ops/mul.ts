import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** a · b, number by number. Each factor's gradient is scaled by the other factor. */
export const Mul: Op = elementwise('Mul', 2, {
  of: (a, b) => a * b,
  gradient: (dy, { inputs: [a, b] }) => [mul(dy, b), mul(dy, a)],
});

export const mul = (a: Operand, b: Operand): Result => apply(Mul, [a, b]);
