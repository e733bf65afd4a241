import { add, div, mul, sqrt, sub } from '../../graph/ops/index.ts';
import type { Operand } from '../../graph/value.ts';
import { movingAverage } from './moving-average.ts';
import type { Optimizer } from './optimizer.ts';
import { expectFraction, expectNotNegative } from './setting.ts';

/**
 * Adam: a running mean of the gradient, divided by a running root mean square of it.
 *
 * m ← β₁ m + (1 − β₁) g,   s ← β₂ s + (1 − β₂) g²
 * θ ← θ − η m̂ / (√ŝ + ε),   m̂ = m/(1 − β₁ᵗ),   ŝ = s/(1 − β₂ᵗ)        [kingma-2015]
 *
 * Both averages start at 0 and are too small at first by the weight they have collected, 1 − βᵗ. That weight
 * is the same average taken of 1, so it is kept beside them and no step has to be counted. The first step
 * is η long in every parameter, whatever its gradient.
 *
 * @param meanDecay   β₁, 0 ≤ β₁ < 1, or a scalar that a schedule feeds
 * @param squareDecay β₂, 0 ≤ β₂ < 1, or a scalar that a schedule feeds
 * @param epsilon     ε ≥ 0, outside the root and after the correction
 * @throws RangeError if a number is out of range
 */
export function adam({
  meanDecay = 0.9,
  squareDecay = 0.999,
  epsilon = 1e-8,
}: {
  readonly meanDecay?: Operand;
  readonly squareDecay?: Operand;
  readonly epsilon?: number;
} = {}): Optimizer {
  expectFraction('adam: meanDecay', meanDecay);
  expectFraction('adam: squareDecay', squareDecay);
  expectNotNegative('adam: epsilon', epsilon);
  return ({ parameter, gradient, learningRate, carry }) => {
    const mean = carry('mean', (previous) => movingAverage(previous, gradient, meanDecay));
    const meanWeight = carry('meanWeight', (previous) => movingAverage(previous, 1, meanDecay), []);
    const meanSquare = carry('meanSquare', (previous) =>
      movingAverage(previous, mul(gradient, gradient), squareDecay),
    );
    const squareWeight = carry('squareWeight', (previous) => movingAverage(previous, 1, squareDecay), []);
    const scale = add(sqrt(div(meanSquare, squareWeight)), epsilon);
    return sub(parameter, mul(learningRate, div(div(mean, meanWeight), scale)));
  };
}
