import { add, div, greater, mul, reduceSum, sqrt, where } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import type { Optimizer } from './optimizer.ts';
import { expectNotNegative } from './setting.ts';

/**
 * Gradient clipping by the norm of the whole gradient: its direction stays, its length is at most c.
 *
 * If ‖g‖ > c:  g ← c g / ‖g‖,  with ‖g‖ over all parameters together        [pascanu-2013]
 *
 * An optimizer sees one parameter at a time, so the whole gradient has to be given:
 * `clipByGlobalNorm(sgd(), { limit: 1, gradients: gradients(loss, parameters) })`. It is the gradient the
 * training step computes anyway; the runtime merges the two when it loads the graph.
 *
 * @param limit     c ≥ 0
 * @param gradients of all parameters
 * @throws RangeError if the limit is negative
 */
export function clipByGlobalNorm(
  optimizer: Optimizer,
  { limit, gradients }: { readonly limit: number; readonly gradients: readonly Value[] },
): Optimizer {
  expectNotNegative('clipByGlobalNorm: limit', limit);
  const factor = shrinkTo(limit, gradients);
  return (now) => optimizer({ ...now, gradient: mul(factor, now.gradient) });
}

/**
 * Gradient clipping by norm, each parameter for itself (Keras's `clipnorm`). It turns the whole gradient.
 *
 * @param limit c ≥ 0
 * @throws RangeError if the limit is negative
 */
export function clipByNorm(optimizer: Optimizer, { limit }: { readonly limit: number }): Optimizer {
  expectNotNegative('clipByNorm: limit', limit);
  return (now) => optimizer({ ...now, gradient: mul(shrinkTo(limit, [now.gradient]), now.gradient) });
}

/**
 * Gradient clipping by value: each number of the gradient is cut to −c … c, which turns the gradient.
 *
 * @param limit c ≥ 0
 * @throws RangeError if the limit is negative
 */
export function clipByValue(optimizer: Optimizer, { limit }: { readonly limit: number }): Optimizer {
  expectNotNegative('clipByValue: limit', limit);
  return (now) => {
    const { gradient } = now;
    const below = where(greater(gradient, limit), limit, gradient);
    return optimizer({ ...now, gradient: where(greater(-limit, gradient), -limit, below) });
  };
}

/** The factor, at most 1, that brings these tensors together to a norm of at most `limit`. */
function shrinkTo(limit: number, tensors: readonly Value[]): Value {
  const squares = tensors.map((tensor): Value => reduceSum(mul(tensor, tensor)));
  const norm = sqrt(squares.reduce(add));
  return where(greater(norm, limit), div(limit, norm), 1);
}
