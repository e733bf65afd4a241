/** Models of one number from one number with two parameters: their loss is a landscape that can be drawn whole. */

import { mul, reduceSum, sub } from '../graph/ops/index.ts';
import { input, type StepGraph, type Value } from '../graph/value.ts';
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
