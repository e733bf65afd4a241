import { add } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';
import { l1 } from './l1.ts';
import { l2 } from './l2.ts';

/**
 * Elastic net: L1 and L2 together, so that weights which do the same work share it instead of one taking all.
 *
 * λ₁ Σ |w| + λ₂/2 Σ w²        [zou-2005]
 *
 * The paper writes λ₂ without the half. scikit-learn's (alpha, l1_ratio) = (a, r) are λ₁ = a r and
 * λ₂ = a (1 − r).
 *
 * @param parameters weights, usually without the biases
 * @returns scalar, to be added to the loss
 */
export const elasticNet = (
  parameters: readonly Value[],
  strength: { readonly l1: Operand; readonly l2: Operand },
): Value => add(l1(parameters, strength.l1), l2(parameters, strength.l2));
