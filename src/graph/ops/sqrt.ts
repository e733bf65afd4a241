import { apply, type Op, type Operand, type Result } from '../value.ts';
import { div } from './div.ts';
import { elementwise } from './elementwise.ts';
import { mul } from './mul.ts';

/** √x; NaN below zero. Derivative 1 / (2√x). */
export const Sqrt: Op = elementwise('Sqrt', 1, {
  of: Math.sqrt,
  gradient: (dy, y) => [div(dy, mul(2, y))],
});

export const sqrt = (x: Operand): Result => apply(Sqrt, [x]);
