import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { mul } from './mul.ts';
import { neg } from './neg.ts';

/** a / b. ∂/∂a = 1/b, ∂/∂b = −(a/b)/b. */
export const Div: Op = elementwise('Div', 2, {
  of: (a, b) => a / b,
  gradient: (dy, y) => {
    const da = div(dy, y.inputs[1]);
    return [da, neg(mul(da, y))];
  },
});

export const div = (a: Operand, b: Operand): Result => apply(Div, [a, b]);
