/** A small recurrent network that has to name at the end of a sequence what it saw at the beginning. */

import { recall } from '../datasets/recall.ts';
import { flatten } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { type Random, random } from '../trainer/initializers/random.ts';
import { dense } from '../trainer/layers/dense.ts';
import { recurrent, timeSteps } from '../trainer/layers/recurrent.ts';
import { classifierMeasures } from './classifier.ts';
import type { Network } from './recipe.ts';

export const symbols = 4;
export const lag = 12;
export const units = 16;
const time = lag + 2;
const width = 2 * symbols + 1;

/** Of the run that the RMSprop figure shows first. */
export const recallRun = { batchSize: 16, steps: 200, gain: 1.7, startSeed: 2, dataSeed: 7 } as const;

export const recallExamples = (count: number, seed: number) => recall(count, { symbols, lag }, random(seed));

export function recallNetwork(batchSize: number): Network {
  const x = input('x', [batchSize, time, width]);
  const target = input('target', [batchSize, symbols]);
  const inputWeights = input('input.weights', [width, units]);
  const recurrentWeights = input('recurrent.weights', [units, units]);
  const bias = input('recurrent.bias', [units]);
  const outputWeights = input('output.weights', [units, symbols]);
  const outputBias = input('output.bias', [symbols]);
  const states = recurrent(timeSteps(x), { inputWeights, recurrentWeights, bias });
  const last = flatten(states[states.length - 1]);
  const scores = dense(last, outputWeights, outputBias);
  return {
    batch: [x, target],
    parameters: [inputWeights, recurrentWeights, bias, outputWeights, outputBias],
    outputs: { scores },
    measures: classifierMeasures(scores, target),
  };
}

/**
 * Recurrent weights of a standard deviation of `gain`/√units: with gain 1 a signal keeps its size from step to step
 * as long as the units are not saturated, above it grows.
 */
export function recallStart(gain: number, draw: Random): Record<string, Float32Array> {
  const normal = (count: number, scale: number) =>
    Float32Array.from({ length: count }, () => scale * draw.normal());
  return {
    'input.weights': normal(width * units, 1 / Math.sqrt(width)),
    'recurrent.weights': normal(units * units, gain / Math.sqrt(units)),
    'output.weights': normal(units * symbols, 1 / Math.sqrt(units)),
  };
}
