import { add, mul, sub } from '../../graph/ops/index.ts';
import type { Operand } from '../../graph/value.ts';
import type { Optimizer } from './optimizer.ts';
import { expectFraction } from './setting.ts';

/**
 * Nesterov momentum: the gradient is taken where the velocity is about to lead, not where the ball lies.
 *
 * v ← μ v − η ∇L(θ + μ v),   θ ← θ + v        [sutskever-2013]
 *
 * A training step takes its gradient at the parameter it stores, so that parameter is the look-ahead point
 * φ = θ + a, with a = μ v kept beside it [bengio-2013-advances]. In these variables the two equations read
 *
 * a′ = μ (a − η ∇L(φ)),   φ′ = φ − η ∇L(φ) + a′,
 *
 * and θ = φ − a can be read at any time as the parameter minus its memory `ahead`. Keras stores φ as well.
 *
 * @param decay μ, 0 ≤ μ < 1. If a schedule feeds it, a step gets the μ with which the *next* gradient looks
 *              ahead: μₜ₊₁ on step t
 * @throws RangeError if a number is out of range
 */
export function nesterov({ decay = 0.9 }: { readonly decay?: Operand } = {}): Optimizer {
  expectFraction('nesterov: decay', decay);
  return ({ parameter, gradient, learningRate, carry }) => {
    const descent = mul(learningRate, gradient);
    const ahead = carry('ahead', (previous) => mul(decay, sub(previous, descent)));
    return add(sub(parameter, descent), ahead);
  };
}

/**
 * Nesterov momentum as PyTorch writes it, with the learning rate outside the velocity.
 *
 * v ← μ v + g,   θ ← θ − η (g + μ v)
 *
 * While μ and η are constant this is the path of `nesterov`; after a change of η the two part.
 *
 * @param decay μ, 0 ≤ μ < 1, or a scalar that a schedule feeds
 * @throws RangeError if a number is out of range
 */
export function pytorchNesterov({ decay = 0.9 }: { readonly decay?: Operand } = {}): Optimizer {
  expectFraction('pytorchNesterov: decay', decay);
  return ({ parameter, gradient, learningRate, carry }) => {
    const velocity = carry('velocity', (previous) => add(mul(decay, previous), gradient));
    return sub(parameter, mul(learningRate, add(gradient, mul(decay, velocity))));
  };
}
