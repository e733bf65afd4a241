/**
 * A small network of AlexNet's shape for CIFAR-10, and variations of it that differ in one thing each, to
 * repeat comparisons of Krizhevsky et al. [krizhevsky-2012].
 */

import { mirror } from '../datasets/augment/mirror.ts';
import { shift } from '../datasets/augment/shift.ts';
import { div, flatten, relu, softmax, sub, tanh } from '../graph/ops/index.ts';
import { constant, input, type Value } from '../graph/value.ts';
import { he } from '../trainer/initializers/he.ts';
import { xavier } from '../trainer/initializers/xavier.ts';
import { convolution } from '../trainer/layers/convolution.ts';
import { dropout, dropoutMask } from '../trainer/layers/dropout.ts';
import { localResponseNormalization } from '../trainer/layers/local-response-normalization.ts';
import { maxPooling } from '../trainer/layers/max-pooling.ts';
import { crossEntropy } from '../trainer/losses/cross-entropy.ts';
import { coupledWeightDecay, optimizers } from '../trainer/optimizers/index.ts';
import { cosineDecay, warmUp } from '../trainer/schedules/index.ts';
import { changed, shuffled } from './batches.ts';
import { cifar10, cifarColour, cifarProbability, cifarShape, cifarTask } from './cifar-10.ts';
import { classifierMeasures } from './classifier.ts';
import {
  applyDense,
  convolutionLayer,
  denseLayer,
  initialWeights,
  isWeights,
  type Layer,
  parametersOf,
} from './layer-parameters.ts';
import type { Network, Recipe } from './recipe.ts';

export interface CifarVariation {
  readonly id: string;
  readonly title: string;
  readonly activation: 'relu' | 'tanh';
  /** Of the hidden dense layer, 0 for none. */
  readonly dropoutRate: number;
}

const seed = 1;
const epochs = 26;
const batchSize = 64;
const stepsInEpoch = Math.floor(30_000 / batchSize);
const learningRate = 0.02;
const decay = 0.9;
const weightDecay = 5e-4;
const moves = 3;
const hiddenUnits = 256;
const classes = 10;

const activations = { relu: { apply: relu, initializer: he }, tanh: { apply: tanh, initializer: xavier } };

const layers = {
  conv1: convolutionLayer('conv1', 3, 32, 3),
  conv2: convolutionLayer('conv2', 32, 64, 3),
  conv3: convolutionLayer('conv3', 64, 96, 3),
  conv4: convolutionLayer('conv4', 96, 96, 3),
  hidden: denseLayer('hidden', 96 * 3 * 3, hiddenUnits),
  output: denseLayer('output', hiddenUnits, classes),
};
const parameters = parametersOf(...Object.values(layers));

const convolved = (x: Value, { weights, bias }: Layer): Value =>
  convolution(x, weights, bias, { padding: 1 });
const overlapping = { size: 3, stride: 2 };

function network(size: number, { activation, dropoutRate }: CifarVariation): Network {
  const { apply } = activations[activation];
  const { channels, height, width } = cifarShape;
  const x = input('x', [size, channels, height, width]);
  const target = input('target', [size, classes]);
  const mask = input('hidden.mask', [size, hiddenUnits]);

  const colour = (numbers: readonly number[]) => constant(numbers, 'float32', [channels, 1, 1]);
  const normal = div(sub(x, colour(cifarColour.mean)), colour(cifarColour.deviation));
  // Both activations rise, so pooling before them gives the same with a quarter of the work.
  const first = apply(maxPooling(convolved(normal, layers.conv1), overlapping));
  const second = apply(maxPooling(convolved(localResponseNormalization(first), layers.conv2), overlapping));
  const third = apply(convolved(localResponseNormalization(second), layers.conv3));
  const fourth = apply(maxPooling(convolved(third, layers.conv4), overlapping));
  const hidden = apply(applyDense(flatten(fourth), layers.hidden));
  const scores = (units: Value) => applyDense(units, layers.output);
  const logits = scores(hidden);

  const shared = {
    parameters,
    outputs: { probability: softmax(logits) },
    measures: classifierMeasures(logits, target),
  };
  if (dropoutRate === 0) return { ...shared, batch: [x, target] };
  return {
    ...shared,
    batch: [x, target, mask],
    objective: crossEntropy(scores(dropout(hidden, mask, dropoutRate)), target),
  };
}

/** The recipe of one member of the family. */
export function cifarNet(variation: CifarVariation): Recipe {
  const { id, title, activation, dropoutRate } = variation;
  const { initializer } = activations[activation];
  const name = { relu: 'ReLU', tanh: 'tanh' }[activation];
  return {
    id,
    title,
    task: cifarTask,
    meanings: {
      x: 'pixels, 0 … 1: 32 rows of red, then of green, then of blue; normalised inside the model',
      probability: cifarProbability,
    },
    architecture: [
      'normalisation of each colour to mean 0 and deviation 1 over the training pictures',
      `convolution 3 × 3, 3 → 32, max pooling 3 × 3 every 2 pixels, ${name}, local response normalisation`,
      `convolution 3 × 3, 32 → 64, max pooling 3 × 3 every 2 pixels, ${name}, local response normalisation`,
      `convolution 3 × 3, 64 → 96, ${name}`,
      `convolution 3 × 3, 96 → 96, max pooling 3 × 3 every 2 pixels, ${name}`,
      `dense 864 → ${hiddenUnits}, ${name}${dropoutRate > 0 ? `, dropout ${dropoutRate} while training` : ''}`,
      `dense ${hiddenUnits} → ${classes}, softmax`,
    ],
    hyperparameters: {
      optimizer: `Nesterov momentum ${decay}, weight decay ${weightDecay} on weights`,
      'learning rate': `rises to ${learningRate} in the first epoch, then falls to 0 along a cosine`,
      'initial weights': `${activation === 'relu' ? 'He' : 'Xavier'} uniform, seed ${seed}; in the output layer a tenth of it`,
      'initial biases': 'zero',
      augmentation: `mirrored with even chance, moved by up to ${moves} pixels each way`,
      loss: 'cross-entropy',
      curves: 'measured after each epoch on the first 2,000 pictures of each set',
      'choice of epoch': 'the last; the held-out pictures chose nothing',
    },
    seed,
    data: cifar10,
    build: (size) => network(size, variation),
    initial: initialWeights(parameters, initializer),
    learning: {
      by: 'gradient',
      optimizer: coupledWeightDecay(optimizers.nesterov({ decay }), {
        strength: weightDecay,
        on: isWeights,
      }),
    },
    learningRate: warmUp(
      stepsInEpoch,
      cosineDecay({ initial: learningRate, steps: (epochs - 1) * stepsInEpoch }),
    ),
    batchSize,
    epoch: changed(shuffled, ({ x, target }, random) => ({
      x: shift(mirror(x, cifarShape, random), cifarShape, { by: moves }, random),
      target,
      ...(dropoutRate > 0 && {
        'hidden.mask': dropoutMask([target.length / classes, hiddenUnits], dropoutRate, random),
      }),
    })),
    epochs,
    history: {
      at: 'epochs',
      parameters: ['conv1.kernels'],
      examples: { training: 2000, heldOut: 2000 },
    },
    engine: 'node',
    preferredProvider: 'wasm',
  };
}
