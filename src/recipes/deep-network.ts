/**
 * A network of twelve layers for two circles of points, and the same network with other activation functions:
 * what depth does to the gradient, with everything else equal.
 */

import { circles } from '../datasets/circles.ts';
import { slice } from '../datasets/dataset.ts';
import { gradients } from '../graph/autodiff.ts';
import {
  abs,
  concat,
  div,
  equal,
  greater,
  mul,
  reduceMax,
  reduceMean,
  reduceSum,
  reshape,
  sigmoid,
  sqrt,
  where,
} from '../graph/ops/index.ts';
import { input, type Value } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { logisticLoss } from '../trainer/losses/logistic-loss.ts';
import { applyDense, denseLayer, parametersOf } from './layer-parameters.ts';
import type { DataSource, Network } from './recipe.ts';

/** Layers with weights: eleven hidden ones and the output. */
export const layerCount = 12;
export const width = 8;

/** Every training step sees all of them. */
export const trainingCount = 128;
const heldOutCount = 200;
const pointsSeed = 7;

export const twoCircles: DataSource = {
  name: 'Two circles in the plane',
  licence: 'CC0-1.0',
  origin: `src/datasets/circles.ts: ${trainingCount} + ${heldOutCount} points, seed ${pointsSeed}`,
  load: () => {
    const count = trainingCount + heldOutCount;
    const points = circles(count, {}, random(pointsSeed));
    // The logistic loss takes 0 for no and 1 for yes.
    const all = { ...points, target: points.target.map((label) => (label + 1) / 2) };
    return { training: slice(all, 0, trainingCount), heldOut: slice(all, trainingCount, count) };
  },
};

const layers = Array.from({ length: layerCount }, (_, i) =>
  denseLayer(`layer${i + 1}`, i === 0 ? 2 : width, i === layerCount - 1 ? 1 : width),
);

/** Weights and bias of each layer, in order. */
export const deepParameters = parametersOf(...layers);

/**
 * @param activation of the hidden layers, number by number
 * @returns a network whose step reports, besides the loss,
 * - `gradient.norm`: ‖∂L/∂W‖ of each layer, shape [12]
 * - `unit.slope`: mean of f′(z) over the examples, for each hidden unit, shape [11, 8]
 * - `unit.largest`: largest |f(z)| over the examples, likewise; 0 for a unit that is silent on all of them
 */
export function deepNetwork(size: number, activation: (z: Value) => Value): Network {
  const x = input('x', [size, 2]);
  const target = input('target', [size, 1]);
  const hidden: { readonly z: Value; readonly f: Value }[] = [];
  let signal: Value = x;
  for (const layer of layers.slice(0, -1)) {
    const z = applyDense(signal, layer);
    signal = activation(z);
    hidden.push({ z, f: signal });
  }
  const logit = applyDense(signal, layers[layerCount - 1]);
  const truth = where(greater(logit, 0), 1, 0);
  return {
    batch: [x, target],
    parameters: deepParameters,
    outputs: { probability: sigmoid(logit) },
    measures: {
      loss: logisticLoss(logit, target),
      accuracy: reduceMean(where(equal(truth, target), 1, 0)),
    },
    reports: (slopes) => ({
      'gradient.norm': concat(
        slopes.filter((_, i) => i % 2 === 0).map((slope) => reshape(norm(slope), [1])),
        0,
      ),
      'unit.slope': concat(
        hidden.map(({ z, f }) => div(reduceSum(gradients(reduceSum(f), [z])[0], [0]), size)),
        0,
      ),
      'unit.largest': concat(
        hidden.map(({ f }) => reduceMax(abs(f), [0])),
        0,
      ),
    }),
  };
}

/** Root of the sum of squares of all elements, a scalar. */
const norm = (x: Value): Value => sqrt(reduceSum(mul(x, x)));
