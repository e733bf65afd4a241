import { add, mul, reduceSum } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';

/**
 * L2 penalty (ridge): large weights cost the square of their size, so all shrink in proportion.
 *
 * λ/2 Σ w², gradient λ w        [hoerl-1970]
 *
 * The half makes λ the number that PyTorch's SGD calls `weight_decay`; Keras' `L2` has no half, so
 * that its l is λ / 2. With plain gradient descent this is weight decay; with RMSprop or Adam it is not.
 *
 * @param parameters weights, usually without the biases
 * @param strength   λ ≥ 0
 * @returns scalar, to be added to the loss
 */
export const l2 = (parameters: readonly Value[], strength: Operand): Value =>
  mul(
    mul(0.5, strength),
    parameters.map((w) => reduceSum(mul(w, w))).reduce((a, b) => add(a, b)),
  );
