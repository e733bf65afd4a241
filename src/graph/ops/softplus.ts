import type { Result, Value } from '../value.ts';
import { abs } from './abs.ts';
import { add } from './add.ts';
import { exp } from './exp.ts';
import { log } from './log.ts';
import { neg } from './neg.ts';
import { relu } from './relu.ts';

/**
 * Softplus, log(1 + eˣ): a smooth ReLU, whose derivative is the sigmoid. [glorot-2011]
 *
 * Composed, because the WebGPU provider lists no Softplus, as max(0, x) + log(1 + e^−|x|), which cannot
 * overflow.
 */
export const softplus = (x: Value): Result => add(relu(x), log(add(1, exp(neg(abs(x))))));
