import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { mul } from './mul.ts';
import { sub } from './sub.ts';

/** Logistic sigmoid σ(x) = 1 / (1 + e⁻ˣ), range (0, 1). Derivative σ(1 − σ), at most 1/4. */
export const Sigmoid: Op = elementwise('Sigmoid', 1, {
  of: (x) => 1 / (1 + Math.exp(-x)),
  gradient: (dy, y) => [mul(dy, mul(y, sub(1, y)))],
});

export const sigmoid = (x: Operand): Result => apply(Sigmoid, [x]);
