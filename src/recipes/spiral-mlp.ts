import { type Dataset, slice } from '../datasets/dataset.ts';
import { spiralArms } from '../datasets/spiral-arms.ts';
import { softmax, tanh } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { xavier } from '../trainer/initializers/xavier.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { logSpaced, shuffled } from './batches.ts';
import { classifierMeasures } from './classifier.ts';
import { applyDense, denseLayer, isWeights, parametersOf } from './layer-parameters.ts';
import type { DataSource, Network, Recipe } from './recipe.ts';

const dataSeed = 1;
const [training, heldOut] = [240, 240];
export const arms = 3;
export const hiddenUnits = 16;
const epochs = 200;

export function spiralSet(): Dataset {
  const all = spiralArms(training + heldOut, { arms }, random(dataSeed));
  return { training: slice(all, 0, training), heldOut: slice(all, training, training + heldOut) };
}

export const spiralData: DataSource = {
  name: 'Three spiral arms',
  licence: 'CC0-1.0',
  origin: `src/datasets/spiral-arms.ts: ${training} + ${heldOut} points in three classes, seed ${dataSeed}`,
  load: () => spiralSet(),
};

/** Two hidden layers and a softmax over three classes: small enough to train while somebody watches. */
function build(batchSize: number): Network {
  const x = input('x', [batchSize, 2]);
  const target = input('target', [batchSize, arms]);
  const first = denseLayer('first', 2, hiddenUnits);
  const second = denseLayer('second', hiddenUnits, hiddenUnits);
  const output = denseLayer('output', hiddenUnits, arms);
  const logits = applyDense(tanh(applyDense(tanh(applyDense(x, first)), second)), output);
  return {
    batch: [x, target],
    parameters: parametersOf(first, second, output),
    outputs: { probabilities: softmax(logits) },
    measures: classifierMeasures(logits, target),
  };
}

/** Xavier uniform for every layer; biases start at zero. */
const initial: Recipe['initial'] = (numbers) =>
  Object.fromEntries(
    build(1)
      .parameters.filter(isWeights)
      .map(({ name, shape }) => [name, xavier(shape, numbers)]),
  );

export default {
  id: 'spiral-mlp',
  title: 'Spiral network',
  task: 'Says to which of three spiral arms a point of the plane belongs.',
  meanings: {
    x: 'coordinates x₁, x₂ of each point, trained on about −1.2 … 1.2',
    probabilities: 'of the three arms, in order; they add up to 1',
  },
  architecture: [
    `dense 2 → ${hiddenUnits}, tanh`,
    `dense ${hiddenUnits} → ${hiddenUnits}, tanh`,
    `dense ${hiddenUnits} → ${arms}, softmax`,
  ],
  hyperparameters: {
    optimizer: 'stochastic gradient descent, 24 points a step, a new order in each epoch',
    'initial weights': 'Xavier uniform',
    'initial biases': 'zero',
    loss: 'cross-entropy, mean over the batch',
  },
  seed: 1,
  data: spiralData,
  build,
  initial,
  learning: { by: 'gradient', optimizer: optimizers.sgd() },
  learningRate: 0.3,
  batchSize: 24,
  epoch: shuffled,
  epochs,
  history: {
    at: logSpaced((epochs * training) / 24, 2),
    parameters: build(1).parameters.map(({ name }) => name),
    examples: { training, heldOut },
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
