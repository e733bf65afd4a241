/**
 * The network of four layers that cuda-convnet brings as its example for CIFAR-10, with rectified linear units or with
 * tanh, learning as that program learns: no regularisation, no augmentation, small normal initial weights, pixels from
 * 0 to 255. Repeats the comparison of figure 1 of Krizhevsky et al. [krizhevsky-2012], where the network of four layers
 * is not described further.        [krizhevsky-2011]
 */

import { flatten, mul, relu, softmax, sub, tanh } from '../graph/ops/index.ts';
import { sizeOf } from '../graph/shape.ts';
import { constant, input, type Value } from '../graph/value.ts';
import { averagePooling } from '../trainer/layers/average-pooling.ts';
import { convolution } from '../trainer/layers/convolution.ts';
import { maxPooling } from '../trainer/layers/max-pooling.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { shuffled } from './batches.ts';
import { cifar10, cifarColour, cifarProbability, cifarShape, cifarTask } from './cifar-10.ts';
import { classifierMeasures } from './classifier.ts';
import {
  applyDense,
  convolutionLayer,
  denseLayer,
  isWeights,
  type Layer,
  parametersOf,
} from './layer-parameters.ts';
import type { Network, Recipe } from './recipe.ts';

export interface FourLayers {
  readonly id: string;
  readonly title: string;
  readonly activation: 'relu' | 'tanh';
  /** The one of those tried with which training error falls fastest. */
  readonly learningRate: number;
}

const seed = 1;
const epochs = 30;
const batchSize = 128;
const decay = 0.9;
const classes = 10;
const activations = { relu, tanh };

const layers = {
  conv1: convolutionLayer('conv1', cifarShape.channels, 32, 5),
  conv2: convolutionLayer('conv2', 32, 32, 5),
  conv3: convolutionLayer('conv3', 32, 64, 5),
  output: denseLayer('output', 64 * 3 * 3, classes),
};
const parameters = parametersOf(...Object.values(layers));
/** Standard deviations of the initial weights. */
const deviations: Readonly<Record<string, number>> = {
  [layers.conv1.weights.name]: 1e-4,
  [layers.conv2.weights.name]: 0.01,
  [layers.conv3.weights.name]: 0.01,
  [layers.output.weights.name]: 0.01,
};

const convolved = (x: Value, { weights, bias }: Layer): Value =>
  convolution(x, weights, bias, { padding: 2 });
const overlapping = { size: 3, stride: 2 };

function network(size: number, activation: FourLayers['activation']): Network {
  const apply = activations[activation];
  const { channels, height, width } = cifarShape;
  const x = input('x', [size, channels, height, width]);
  const target = input('target', [size, classes]);
  const centred = mul(sub(x, constant(cifarColour.mean, 'float32', [channels, 1, 1])), constant(255));
  // Both activations rise, so pooling before them gives the same with a quarter of the work.
  const first = apply(maxPooling(convolved(centred, layers.conv1), overlapping));
  const second = averagePooling(apply(convolved(first, layers.conv2)), overlapping);
  const third = averagePooling(apply(convolved(second, layers.conv3)), overlapping);
  const logits = applyDense(flatten(third), layers.output);
  return {
    batch: [x, target],
    parameters,
    outputs: { probability: softmax(logits) },
    measures: classifierMeasures(logits, target),
  };
}

/** The recipe of one of the two. */
export function fourLayers({ id, title, activation, learningRate }: FourLayers): Recipe {
  const name = { relu: 'ReLU', tanh: 'tanh' }[activation];
  return {
    id,
    title,
    task: cifarTask,
    meanings: {
      x: 'pixels, 0 … 1: 32 rows of red, then of green, then of blue; centred and scaled inside the model',
      probability: cifarProbability,
    },
    architecture: [
      'each colour less its mean over the training pictures, times 255',
      `convolution 5 × 5, 3 → 32, max pooling 3 × 3 every 2 pixels, ${name}`,
      `convolution 5 × 5, 32 → 32, ${name}, average pooling 3 × 3 every 2 pixels`,
      `convolution 5 × 5, 32 → 64, ${name}, average pooling 3 × 3 every 2 pixels`,
      `dense 576 → ${classes}, softmax`,
    ],
    hyperparameters: {
      optimizer: `momentum ${decay}`,
      regularisation: 'none',
      'initial weights': `normal, deviation 0.0001 in the first layer, 0.01 in the others, seed ${seed}`,
      'initial biases': 'zero',
      augmentation: 'none',
      loss: 'cross-entropy',
      curves: 'measured after each epoch on the first 2,000 pictures of each set',
      'choice of learning rate':
        'of several from 0.001 to 0.032, the one with the least training error after three epochs',
      'choice of epoch': 'the last; the held-out pictures chose nothing',
    },
    seed,
    data: cifar10,
    build: (size) => network(size, activation),
    initial: (random) =>
      Object.fromEntries(
        parameters
          .filter(isWeights)
          .map(({ name: of, shape }) => [
            of,
            Float32Array.from({ length: sizeOf(shape) }, () => deviations[of] * random.normal()),
          ]),
      ),
    learning: { by: 'gradient', optimizer: optimizers.momentum({ decay }) },
    learningRate,
    batchSize,
    epoch: shuffled,
    epochs,
    history: { at: 'epochs', parameters: [], examples: { training: 2000, heldOut: 2000 } },
    engine: 'node',
    preferredProvider: 'wasm',
  };
}
