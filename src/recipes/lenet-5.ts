import { shift } from '../datasets/augment/shift.ts';
import { flatten, relu, softmax } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { he } from '../trainer/initializers/he.ts';
import { convolution } from '../trainer/layers/convolution.ts';
import { maxPooling } from '../trainer/layers/max-pooling.ts';
import { coupledWeightDecay, optimizers } from '../trainer/optimizers/index.ts';
import { cosineDecay } from '../trainer/schedules/index.ts';
import { changed, shuffled } from './batches.ts';
import { classifierMeasures } from './classifier.ts';
import {
  applyDense,
  convolutionLayer,
  denseLayer,
  initialWeights,
  isWeights,
  parametersOf,
} from './layer-parameters.ts';
import { digitMeanings, digitShape, mnist, normalDigits, trainingDigits } from './mnist.ts';
import type { Network, Recipe } from './recipe.ts';

const seed = 1;
const epochs = 20;
const batchSize = 64;
const learningRate = 0.02;
const decay = 0.9;
const weightDecay = 2e-4;
const moves = 2;
const classes = 10;

const conv1 = convolutionLayer('conv1', 1, 6, 5);
const conv2 = convolutionLayer('conv2', 6, 16, 5);
const dense1 = denseLayer('dense1', 16 * 5 * 5, 120);
const dense2 = denseLayer('dense2', 120, 84);
const output = denseLayer('output', 84, classes);
const parameters = parametersOf(conv1, conv2, dense1, dense2, output);

/** The layers of LeNet-5 [lecun-1998] with today's parts: ReLU, max pooling, softmax. */
function build(size: number): Network {
  const x = input('x', [size, digitShape.channels, digitShape.height, digitShape.width]);
  const target = input('target', [size, classes]);
  // LeNet-5 took 32 × 32 pixels; two more on each side stand for the wider paper.
  const early = convolution(normalDigits(x), conv1.weights, conv1.bias, { padding: 2 });
  const firstMaps = relu(maxPooling(early));
  const secondMaps = relu(maxPooling(convolution(firstMaps, conv2.weights, conv2.bias)));
  const features = relu(applyDense(relu(applyDense(flatten(secondMaps), dense1)), dense2));
  const logits = applyDense(features, output);
  return {
    batch: [x, target],
    parameters,
    outputs: { probability: softmax(logits), firstMaps, secondMaps },
    measures: classifierMeasures(logits, target),
  };
}

export default {
  id: 'lenet-5',
  title: 'LeNet-5 with ReLU',
  task: 'Reads a handwritten digit with two convolutional and three dense layers.',
  meanings: {
    ...digitMeanings,
    firstMaps: 'what the six filters of the first convolution found, after ReLU and pooling, 0 or more',
    secondMaps: 'what the sixteen filters of the second convolution found, likewise',
  },
  architecture: [
    'normalisation to mean 0 and deviation 1 over the training digits',
    'convolution 5 × 5 with padding 2, 1 → 6, max pooling 2 × 2, ReLU',
    'convolution 5 × 5, 6 → 16, max pooling 2 × 2, ReLU',
    'dense 400 → 120, ReLU',
    'dense 120 → 84, ReLU',
    'dense 84 → 10, softmax',
  ],
  hyperparameters: {
    'unlike 1998':
      'ReLU for scaled tanh, max pooling for trained averages, softmax for radial units, every map sees every map',
    optimizer: `Nesterov momentum ${decay}, weight decay ${weightDecay} on weights`,
    'learning rate': `falls from ${learningRate} to 0 along a cosine`,
    'initial weights': `He uniform, seed ${seed}; in the output layer a tenth of it`,
    'initial biases': 'zero',
    augmentation: `moved by up to ${moves} pixels each way`,
    loss: 'cross-entropy',
    curves: 'measured after each epoch on the first 10,000 digits of each set',
    'choice of epoch': 'the last; the held-out digits chose nothing',
  },
  seed,
  data: mnist,
  build,
  initial: initialWeights(parameters, he),
  learning: {
    by: 'gradient',
    optimizer: coupledWeightDecay(optimizers.nesterov({ decay }), {
      strength: weightDecay,
      on: isWeights,
    }),
  },
  learningRate: cosineDecay({
    initial: learningRate,
    steps: epochs * Math.floor(trainingDigits / batchSize),
  }),
  batchSize,
  epoch: changed(shuffled, ({ x, target }, random) => ({
    x: shift(x, digitShape, { by: moves }, random),
    target,
  })),
  epochs,
  history: {
    at: 'epochs',
    parameters: ['conv1.kernels', 'conv1.bias'],
    examples: { training: 10_000, heldOut: 10_000 },
  },
  engine: 'node',
  preferredProvider: 'wasm',
} satisfies Recipe;
