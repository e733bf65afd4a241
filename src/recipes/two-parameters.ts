/** Models of one number from one number with two parameters: their loss is a landscape that can be drawn whole. */

import { gradients } from '../graph/autodiff.ts';
import { mul, reduceMean, reduceSum, reshape, sub } from '../graph/ops/index.ts';
import { type Graph, graph, input, type StepGraph, type Value } from '../graph/value.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';
import { sgd } from '../trainer/optimizers/sgd.ts';
import { trainingStep } from '../trainer/step.ts';
import type { Network } from './recipe.ts';

/** ŷ from x, slope w and intercept b; shapes broadcast. */
export type Predict = (x: Value, slope: Value, intercept: Value) => Value;

/** Whether the losses of a batch are averaged or added up. */
export type Reduction = 'mean' | 'sum';

/** @returns parameters `slope` [1] and `intercept` [1], output `prediction` [N, 1] */
export function twoParameterNetwork(predict: Predict, batchSize: number): Network {
  const x = input('x', [batchSize, 1]);
  const target = input('target', [batchSize, 1]);
  const slope = input('slope', [1]);
  const intercept = input('intercept', [1]);
  const prediction = predict(x, slope, intercept);
  return {
    batch: [x, target],
    parameters: [slope, intercept],
    outputs: { prediction },
    measures: { loss: squaredError(prediction, target) },
  };
}

/**
 * One step of stochastic gradient descent on a batch of this size.
 * @param id of the model; with the batch size of its recipe and `mean`, this is the step of its step.onnx
 */
export function descentStep(
  id: string,
  predict: Predict,
  batchSize: number,
  reduction: Reduction,
): StepGraph {
  const { batch, parameters, outputs, measures } = twoParameterNetwork(predict, batchSize);
  const error = sub(outputs.prediction, batch[1]);
  const loss = reduction === 'mean' ? measures.loss : mul(0.5, reduceSum(mul(error, error)));
  return trainingStep({ name: `${id}-step`, batch, parameters, loss, optimizer: sgd() });
}

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
