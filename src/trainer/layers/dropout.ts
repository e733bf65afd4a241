import { mul } from '../../graph/ops/index.ts';
import { sizeOf } from '../../graph/shape.ts';
import type { Shape, Value } from '../../graph/value.ts';
import type { Random } from '../initializers/random.ts';

/**
 * Inverted dropout: units left out this step give 0, the others are scaled up, so that each one's mean
 * stays what it was and the trained network is used without any change.
 *
 * y = m ⊙ x / (1 − p)        [srivastava-2014]
 *
 * The paper's p is the probability of staying, and it scales the weights by p after training instead.
 *
 * @param x    any shape
 * @param mask m, 1 for each unit that stays and 0 for each that is left out; an input, drawn by `dropoutMask`
 * @param rate p, the probability of being left out, in [0, 1)
 * @throws RangeError if the rate is not in [0, 1)
 */
export function dropout(x: Value, mask: Value, rate: number): Value {
  expectRate(rate);
  return mul(x, mul(mask, 1 / (1 - rate)));
}

/** A fresh mask: each number is 0 with probability `rate`, otherwise 1. */
export function dropoutMask(shape: Shape, rate: number, random: Random): Float32Array {
  expectRate(rate);
  return Float32Array.from({ length: sizeOf(shape) }, () => (random.uniform() < rate ? 0 : 1));
}

function expectRate(rate: number): void {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`dropout: the rate must be in [0, 1), got ${rate}`);
}
