import { type Dataset, slice } from '../datasets/dataset.ts';
import { noisyLine } from '../datasets/noisy-line.ts';
import { add, mul } from '../graph/ops/index.ts';
import { random } from '../trainer/initializers/random.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { logSpaced, shuffled } from './batches.ts';
import type { DataSource, Recipe } from './recipe.ts';
import { type Predict, twoParameterNetwork } from './two-parameters.ts';

const dataSeed = 1;
const [training, heldOut] = [64, 64];
const epochs = 40;

/** A straight line: its squared error is a bowl with one lowest point. */
export const line: Predict = (x, slope, intercept) => add(mul(slope, x), intercept);

export function lineSet(): Dataset {
  const all = noisyLine(training + heldOut, {}, random(dataSeed));
  return { training: slice(all, 0, training), heldOut: slice(all, training, training + heldOut) };
}

export const lineData: DataSource = {
  name: 'Measurements along a line',
  licence: 'CC0-1.0',
  origin: `src/datasets/noisy-line.ts: ${training} + ${heldOut} measurements, seed ${dataSeed}`,
  load: () => lineSet(),
};

/** Where the walk begins: slope, intercept. */
export const lineStart = [-1.25, 1.75] as const;

export default {
  id: 'line-fit',
  title: 'Fitted line',
  task: 'Answers the height of a straight line that was fitted to noisy measurements.',
  meanings: {
    x: 'where to measure, trained on −0.5 … 1.5',
    prediction: 'height of the line, slope · x + intercept',
  },
  architecture: ['dense 1 → 1'],
  hyperparameters: {
    optimizer: 'stochastic gradient descent, four measurements a step, a new order in each epoch',
    'initial slope': lineStart[0],
    'initial intercept': lineStart[1],
    loss: 'half the squared error, mean over the batch',
  },
  seed: 1,
  data: lineData,
  build: (batchSize) => twoParameterNetwork(line, batchSize),
  initial: () => ({
    slope: Float32Array.of(lineStart[0]),
    intercept: Float32Array.of(lineStart[1]),
  }),
  learning: { by: 'gradient', optimizer: optimizers.sgd() },
  learningRate: 0.2,
  batchSize: 4,
  epoch: shuffled,
  epochs,
  history: {
    at: logSpaced((epochs * training) / 4, 4),
    parameters: ['slope', 'intercept'],
    examples: { training, heldOut },
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
