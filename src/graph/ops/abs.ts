import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { greater } from './greater.ts';
import { mul } from './mul.ts';
import { where } from './where.ts';

/** |x|. Derivative sign(x); the subgradient 0 is used at x = 0. */
export const Abs: Op = elementwise('Abs', 1, {
  of: Math.abs,
  gradient: (dy, { inputs: [x] }) => [mul(dy, sign(x))],
});

export const abs = (x: Operand): Result => apply(Abs, [x]);

/** −1, 0 or 1. Built from comparisons, because the WebGPU provider lists no Sign operator. */
export const sign = (x: Operand): Result => where(greater(x, 0), 1, where(greater(0, x), -1, 0));
