import type { Result, Value } from '../value.ts';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';
import { mul } from './mul.ts';
import { neg } from './neg.ts';

/**
 * Softplus, log(1 + eˣ): a smooth ReLU, whose derivative is the sigmoid. [glorot-2011]
 *
 * Composed, because the WebGPU provider lists no Softplus, as (x + |x|)/2 + log(1 + e^−|x|), which cannot
 * overflow. The first term is max(0, x); written so, its gradient at 0 is ½, as that of softplus is.
 */
export const softplus = (x: Value): Result => add(mul(0.5, add(x, abs(x))), log(add(1, exp(neg(abs(x))))));
