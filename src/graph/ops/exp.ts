import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { mul } from './mul.ts';

/** eˣ, its own derivative. */
export const Exp: Op = elementwise('Exp', 1, {
  of: Math.exp,
  gradient: (dy, y) => [mul(dy, y)],
});

export const exp = (x: Operand): Result => apply(Exp, [x]);
