import { add, mul, sub } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';

/**
 * Exponential moving average: the newest number counts 1 − ρ, and what came before fades by ρ each step.
 *
 * m ← ρ m + (1 − ρ) x
 *
 * Started from 0, the weights of t numbers add up to 1 − ρᵗ only, so a young average is too small by that factor.
 *
 * @param previous m, zero at first
 * @param value    x, the newest number
 * @param decay    ρ, 0 ≤ ρ < 1
 */
export const movingAverage = (previous: Value, value: Operand, decay: Operand): Value =>
  add(mul(decay, previous), mul(typeof decay === 'number' ? 1 - decay : sub(1, decay), value));
