import { abs, add, mul, reduceSum } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';

/**
 * L1 penalty (lasso): every weight pays for its distance from zero at the same rate, however small it is.
 *
 * λ Σ |w|, gradient λ sign(w)        [tibshirani-1996]
 *
 * At w = 0 the subgradient 0 is used. Gradient steps cross zero and come back, so weights get small but
 * not exactly zero; the optimizer `proximalL1` makes them so.
 *
 * @param parameters weights, usually without the biases
 * @param strength   λ ≥ 0; Keras' `L1` means the same number
 * @returns scalar, to be added to the loss
 */
export const l1 = (parameters: readonly Value[], strength: Operand): Value =>
  mul(
    strength,
    parameters.map((w) => reduceSum(abs(w))).reduce((a, b) => add(a, b)),
  );
