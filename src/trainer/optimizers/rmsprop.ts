import { add, div, mul, relu, sqrt, sub } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';
import { movingAverage } from './moving-average.ts';
import type { Optimizer } from './optimizer.ts';
import { expectFraction, expectNotNegative } from './setting.ts';

/**
 * RMSprop: divides each gradient by a running root mean square of its recent sizes.
 *
 * s ← ρ s + (1 − ρ) g²,   θ ← θ − η g / (√s + ε)        [hinton-2012-lec6, tieleman-2012]
 *
 * The step no longer depends on the gradient's scale: for a constant gradient it tends to η. There is no
 * correction for s starting at 0, so the first step is η/√(1 − ρ) long, the longest possible.
 *
 * Conventions differ: PyTorch has ρ = 0.99 and ε = 1e-8 outside the root, Keras ρ = 0.9 and ε = 1e-7 inside it,
 * which weighs far more on small gradients.
 *
 * @param decay         ρ, 0 ≤ ρ < 1
 * @param epsilon       ε ≥ 0, in the unit of g outside the root, of g² inside
 * @param epsilonInside divides by √(s + ε) instead of √s + ε
 * @param centred       subtracts the squared running mean of g from s, leaving its variance [graves-2013]
 * @param momentum      μ, 0 ≤ μ < 1: v ← μ v + g/(√s + ε), θ ← θ − η v. 0 keeps no velocity
 * @throws RangeError if a number is out of range
 */
export function rmsprop({
  decay = 0.9,
  epsilon = 1e-8,
  epsilonInside = false,
  centred = false,
  momentum = 0,
}: {
  readonly decay?: Operand;
  readonly epsilon?: number;
  readonly epsilonInside?: boolean;
  readonly centred?: boolean;
  readonly momentum?: Operand;
} = {}): Optimizer {
  expectFraction('rmsprop: decay', decay);
  expectNotNegative('rmsprop: epsilon', epsilon);
  expectFraction('rmsprop: momentum', momentum);
  return ({ parameter, gradient, learningRate, carry }) => {
    const meanSquare = carry('meanSquare', (previous) =>
      movingAverage(previous, mul(gradient, gradient), decay),
    );
    let spread: Value = meanSquare;
    if (centred) {
      const mean = carry('mean', (previous) => movingAverage(previous, gradient, decay));
      // A variance is never negative, but rounding can make this difference so, and its root NaN.
      spread = relu(sub(meanSquare, mul(mean, mean)));
    }
    const scale = epsilonInside ? sqrt(add(spread, epsilon)) : add(sqrt(spread), epsilon);
    const scaled = div(gradient, scale);
    const direction =
      momentum === 0 ? scaled : carry('velocity', (previous) => add(mul(momentum, previous), scaled));
    return sub(parameter, mul(learningRate, direction));
  };
}
