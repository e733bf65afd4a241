import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { mul } from './mul.ts';
import { sub } from './sub.ts';

/** Hyperbolic tangent, range (−1, 1). Derivative 1 − tanh² x, at most 1. [lecun-1998-efficient] */
export const Tanh: Op = elementwise('Tanh', 1, {
  of: Math.tanh,
  gradient: (dy, y) => [mul(dy, sub(1, mul(y, y)))],
});

export const tanh = (x: Operand): Result => apply(Tanh, [x]);
