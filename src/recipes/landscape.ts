/** The loss over many settings of two parameters at once, as one graph. */

import { gradients } from '../graph/autodiff.ts';
import { mul, reduceMean, reduceSum, reshape, sub } from '../graph/ops/index.ts';
import { type Graph, graph, input } from '../graph/value.ts';
import type { Predict, Reduction } from './two-parameters.ts';

/**
 * The loss and its first and second derivatives at many places of the landscape in one run: each row is a
 * copy of the model with parameters of its own. No copy touches another's loss, so the gradient of the sum of
 * all losses holds in row m the gradient of loss m; and the gradients of those are the second derivatives.
 *
 * @param batch "shared": x and target [1, B], the same for all copies; "own": [M, B], a batch for each copy
 * @param curvature also give the entries of the Hessian
 * @returns outputs [M, 1]: `loss`, `slopeGradient`, `interceptGradient`, and `slopeSlope`, `slopeIntercept`,
 *   `interceptIntercept`
 */
export function landscape(
  predict: Predict,
  {
    copies,
    batchSize,
    batch,
    reduction,
    curvature = false,
  }: {
    readonly copies: number;
    readonly batchSize: number;
    readonly batch: 'shared' | 'own';
    readonly reduction: Reduction;
    readonly curvature?: boolean;
  },
): Graph {
  const rows = batch === 'shared' ? 1 : copies;
  const x = input('x', [rows, batchSize]);
  const target = input('target', [rows, batchSize]);
  const slope = input('slope', [copies, 1]);
  const intercept = input('intercept', [copies, 1]);
  const error = sub(predict(x, slope, intercept), target);
  const reduce = reduction === 'mean' ? reduceMean : reduceSum;
  const loss = reshape(mul(0.5, reduce(mul(error, error), [1])), [copies, 1]);
  const [slopeGradient, interceptGradient] = gradients(reduceSum(loss), [slope, intercept]);
  const outputs = { loss, slopeGradient, interceptGradient };
  if (!curvature) return graph('landscape', outputs, [x, target, slope, intercept]);
  const [slopeSlope, slopeIntercept] = gradients(reduceSum(slopeGradient), [slope, intercept]);
  const [, interceptIntercept] = gradients(reduceSum(interceptGradient), [slope, intercept]);
  return graph('landscape-with-curvature', { ...outputs, slopeSlope, slopeIntercept, interceptIntercept }, [
    x,
    target,
    slope,
    intercept,
  ]);
}
