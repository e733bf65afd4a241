import { band } from '../datasets/band.ts';
import { type Dataset, noExamples } from '../datasets/dataset.ts';
import { add, equal, greater, mul, reduceMean, tanh, where } from '../graph/ops/index.ts';
import { random } from '../trainer/initializers/random.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { logSpaced, shuffled } from './batches.ts';
import type { DataSource, Recipe } from './recipe.ts';
import { type Predict, twoParameterNetwork } from './two-parameters.ts';

const dataSeed = 3;
const training = 64;
const epochs = 200;

/** One tanh unit: its squared error has several valleys, and plateaus where the unit saturates. */
export const neuron: Predict = (x, slope, intercept) => tanh(add(mul(slope, x), intercept));

export const bandSet = (): Dataset => ({
  training: band(training, {}, random(dataSeed)),
  heldOut: noExamples,
});

export const bandData: DataSource = {
  name: 'A band on a line',
  licence: 'CC0-1.0',
  origin: `src/datasets/band.ts: ${training} points, seed ${dataSeed}; one unit cannot answer them all, so none is held out`,
  load: () => bandSet(),
};

/** Where the walk begins: slope, intercept. */
export const neuronStart = [-2, -1] as const;

export default {
  id: 'one-neuron',
  title: 'One neuron',
  task: 'Answers with a smooth step from −1 to +1 where the data have a band of +1: it can follow one edge of it.',
  meanings: {
    x: 'a place on the line, trained on about −2.5 … 2.5',
    prediction: 'tanh(slope · x + intercept), −1 … 1',
  },
  architecture: ['dense 1 → 1, tanh'],
  hyperparameters: {
    optimizer: 'stochastic gradient descent, eight points a step, a new order in each epoch',
    'initial slope': neuronStart[0],
    'initial intercept': neuronStart[1],
    loss: 'half the squared error, mean over the batch',
  },
  seed: 1,
  data: bandData,
  build: (batchSize) => {
    const network = twoParameterNetwork(neuron, batchSize);
    const answer = where(greater(network.outputs.prediction, 0), 1, -1);
    const accuracy = reduceMean(where(equal(answer, network.batch[1]), 1, 0));
    return { ...network, measures: { ...network.measures, accuracy } };
  },
  initial: () => ({
    slope: Float32Array.of(neuronStart[0]),
    intercept: Float32Array.of(neuronStart[1]),
  }),
  learning: { by: 'gradient', optimizer: optimizers.sgd() },
  learningRate: 0.5,
  batchSize: 8,
  epoch: shuffled,
  epochs,
  history: { at: logSpaced((epochs * training) / 8, 4), parameters: ['slope', 'intercept'] },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
