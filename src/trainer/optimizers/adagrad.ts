import { add, div, mul, sqrt, sub } from '../../graph/ops/index.ts';
import type { Optimizer } from './optimizer.ts';
import { expectNotNegative } from './setting.ts';

/**
 * Adagrad: divides each gradient by the root of the sum of all its squares so far.
 *
 * s ← s + g²,   θ ← θ − η g / (√s + ε)        [duchi-2011]
 *
 * Every parameter has its own learning rate, which only ever falls: for a constant gradient as η/√t.
 *
 * @param epsilon ε ≥ 0, outside the root; the default is PyTorch's
 * @throws RangeError if epsilon is negative
 */
export function adagrad({ epsilon = 1e-10 }: { readonly epsilon?: number } = {}): Optimizer {
  expectNotNegative('adagrad: epsilon', epsilon);
  return ({ parameter, gradient, learningRate, carry }) => {
    const squareSum = carry('squareSum', (previous) => add(previous, mul(gradient, gradient)));
    return sub(parameter, mul(learningRate, div(gradient, add(sqrt(squareSum), epsilon))));
  };
}
