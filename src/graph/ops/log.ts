import { apply, type Op, type Operand, type Result } from '../value.ts';
import { div } from './div.ts';
import { elementwise } from './elementwise.ts';

/** Natural logarithm; NaN below zero, −∞ at zero. Derivative 1/x. */
export const Log: Op = elementwise('Log', 1, {
  of: Math.log,
  gradient: (dy, { inputs: [x] }) => [div(dy, x)],
});

export const log = (x: Operand): Result => apply(Log, [x]);
