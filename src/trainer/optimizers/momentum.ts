import { add, greater, mul, sub, where } from '../../graph/ops/index.ts';
import type { Operand } from '../../graph/value.ts';
import type { Optimizer } from './optimizer.ts';
import { expectFraction } from './setting.ts';

/**
 * Classical momentum, the heavy ball: a step along a fading sum of all gradients so far.
 *
 * v ← μ v + (1 − τ) g,   θ ← θ − η v        [polyak-1964, goh-2017]
 *
 * Along a constant gradient the step grows to 1/(1 − μ) times that of gradient descent. The learning rate
 * stands outside the velocity, as in PyTorch: when it drops, the very next step is shorter.
 *
 * @param decay     μ, 0 ≤ μ < 1, or a scalar that a schedule feeds
 * @param dampening τ, 0 ≤ τ < 1; the first gradient enters undamped, so v starts as g (PyTorch). With τ = μ
 *                  the velocity is a moving average
 * @throws RangeError if a number is out of range
 */
export function momentum({
  decay = 0.9,
  dampening = 0,
}: {
  readonly decay?: Operand;
  readonly dampening?: number;
} = {}): Optimizer {
  expectFraction('momentum: decay', decay);
  expectFraction('momentum: dampening', dampening);
  return ({ parameter, gradient, learningRate, carry }) => {
    // 1 on the first step, when nothing is remembered yet, and 1 − τ ever after.
    const share =
      dampening === 0 ? 1 : carry('share', (previous) => where(greater(previous, 0), 1 - dampening, 1), []);
    const velocity = carry('velocity', (previous) =>
      add(mul(decay, previous), share === 1 ? gradient : mul(share, gradient)),
    );
    return sub(parameter, mul(learningRate, velocity));
  };
}

/**
 * Classical momentum with the learning rate inside the velocity, so that v is the step itself.
 *
 * v ← μ v − η g,   θ ← θ + v        [sutskever-2013]
 *
 * The form of AlexNet and of Keras. While η is constant it takes the same path as `momentum`; after η drops,
 * steps planned at the old rate go on fading for a while.
 *
 * @param decay μ, 0 ≤ μ < 1, or a scalar that a schedule feeds
 * @throws RangeError if a number is out of range
 */
export function sutskeverMomentum({ decay = 0.9 }: { readonly decay?: Operand } = {}): Optimizer {
  expectFraction('sutskeverMomentum: decay', decay);
  return ({ parameter, gradient, learningRate, carry }) => {
    const velocity = carry('velocity', (previous) => sub(mul(decay, previous), mul(learningRate, gradient)));
    return add(parameter, velocity);
  };
}
