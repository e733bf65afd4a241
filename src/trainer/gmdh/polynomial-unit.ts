import { concat, mul } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import { dense } from '../layers/dense.ts';

/**
 * Polynomial unit of a GMDH network: a full quadratic in two inputs, with their product.
 *
 * y = a₀ + a₁ u + a₂ v + a₃ u v + a₄ u² + a₅ v²        [ivakhnenko-1971]
 *
 * It bends in u and v and yet is linear in its coefficients, a dense unit over five terms, so that the best
 * coefficients can be solved for instead of being searched for.
 *
 * @param first   u, shape [N, 1]
 * @param second  v, shape [N, 1]
 * @param weights a₁ … a₅, shape [5, 1]
 * @param bias    a₀, shape [1]
 * @returns shape [N, 1]
 */
export const polynomialUnit = (first: Value, second: Value, weights: Value, bias: Value): Value =>
  dense(
    concat([first, second, mul(first, second), mul(first, first), mul(second, second)], 1),
    weights,
    bias,
  );
