import { mul, neg, relu, sub } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';
import type { Optimizer } from './optimizer.ts';
import { expectNotNegative } from './setting.ts';

/**
 * L1 penalty as a proximal step: first the optimizer's step on the loss alone, then soft thresholding.
 *
 * θ ← S(θ − its step, η λ)        [tibshirani-1996]
 *
 * Weights whose pull stays below λ become exactly 0 and stay there. The subgradient λ sign(θ) in the loss
 * only makes them hop about 0. Exact for plain gradient descent; an adaptive optimizer would need a threshold
 * per weight.
 *
 * @param strength λ ≥ 0, of the penalty λ ‖θ‖₁
 * @param on       which parameters are thresholded; all unless said otherwise
 * @throws RangeError if the strength is negative
 */
export function proximalL1(
  optimizer: Optimizer,
  { strength, on = () => true }: { readonly strength: Operand; readonly on?: (parameter: Value) => boolean },
): Optimizer {
  expectNotNegative('proximalL1: strength', strength);
  return (now) => {
    const next = optimizer(now);
    return on(now.parameter) ? softThreshold(next, mul(now.learningRate, strength)) : next;
  };
}

/**
 * Soft thresholding: every number moves towards 0 by the threshold and stops there.
 *
 * S(z, a) = sign(z) max(|z| − a, 0)
 *
 * @param threshold a ≥ 0
 */
export const softThreshold = (z: Value, threshold: Operand): Value =>
  sub(relu(sub(z, threshold)), relu(sub(neg(z), threshold)));
