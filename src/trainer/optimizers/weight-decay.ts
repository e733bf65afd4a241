import { add, mul, sub } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';
import type { Optimizer } from './optimizer.ts';
import { expectNotNegative } from './setting.ts';

/** Which parameters shrink; a rank above 1 picks weights and leaves biases alone. */
type Selection = (parameter: Value) => boolean;

/**
 * L2 penalty inside the gradient ("coupled" weight decay): what the loss + λ/2 ‖θ‖² would give.
 *
 * g ← g + λ θ, then the optimizer's own step
 *
 * With plain gradient descent this shrinks θ by the factor 1 − η λ. An adaptive optimizer divides the
 * penalty by its own scale as well, so that weights with large gradients hardly shrink [loshchilov-2019].
 *
 * @param strength λ ≥ 0, PyTorch's `weight_decay`; Keras's L2(l) penalises l ‖θ‖², which is λ = 2 l
 * @param on       which parameters shrink; all, as in PyTorch, unless said otherwise
 * @throws RangeError if the strength is negative
 */
export function coupledWeightDecay(
  optimizer: Optimizer,
  { strength, on = () => true }: { readonly strength: Operand; readonly on?: Selection },
): Optimizer {
  expectNotNegative('coupledWeightDecay: strength', strength);
  return (now) =>
    on(now.parameter)
      ? optimizer({ ...now, gradient: add(now.gradient, mul(strength, now.parameter)) })
      : optimizer(now);
}

/**
 * Weight decay beside the optimizer's step, which does not see it ("decoupled").
 *
 * θ ← θ − η λ θ − the optimizer's own step        [loshchilov-2019]
 *
 * @param strength λ ≥ 0
 * @param rate     what multiplies λ: the learning rate (PyTorch's AdamW) unless given; the paper takes the
 *                 schedule's multiplier alone, and 1 makes λ the share lost each step
 * @param on       which parameters shrink; all unless said otherwise
 * @throws RangeError if the strength is negative
 */
export function decoupledWeightDecay(
  optimizer: Optimizer,
  {
    strength,
    rate,
    on = () => true,
  }: { readonly strength: Operand; readonly rate?: Operand; readonly on?: Selection },
): Optimizer {
  expectNotNegative('decoupledWeightDecay: strength', strength);
  return (now) => {
    const next = optimizer(now);
    if (!on(now.parameter)) return next;
    return sub(next, mul(mul(rate ?? now.learningRate, strength), now.parameter));
  };
}
