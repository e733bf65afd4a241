import { shift } from '../datasets/augment/shift.ts';
import { relu, softmax } from '../graph/ops/index.ts';
import { input, type Value } from '../graph/value.ts';
import { he } from '../trainer/initializers/he.ts';
import { dropout, dropoutMask } from '../trainer/layers/dropout.ts';
import { crossEntropy } from '../trainer/losses/cross-entropy.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { cosineDecay } from '../trainer/schedules/index.ts';
import { changed, shuffled } from './batches.ts';
import { classifierMeasures } from './classifier.ts';
import { applyDense, denseLayer, initialWeights, parametersOf } from './layer-parameters.ts';
import { digitMeanings, digitShape, mnist, normalDigits, trainingDigits } from './mnist.ts';
import type { Network, Recipe } from './recipe.ts';

const seed = 1;
const epochs = 20;
const batchSize = 64;
const learningRate = 0.02;
const decay = 0.9;
const dropoutRate = 0.2;
const [pixels, firstUnits, secondUnits, classes] = [784, 256, 128, 10];

const first = denseLayer('first', pixels, firstUnits);
const second = denseLayer('second', firstUnits, secondUnits);
const output = denseLayer('output', secondUnits, classes);
const parameters = parametersOf(first, second, output);

/** Two hidden layers between pixels and digits; while training, a fifth of their units sits out each step. */
function build(size: number): Network {
  const x = input('x', [size, pixels]);
  const target = input('target', [size, classes]);
  const firstMask = input('first.mask', [size, firstUnits]);
  const secondMask = input('second.mask', [size, secondUnits]);
  const network = (leaveOut: (units: Value, mask: Value) => Value): Value => {
    const early = leaveOut(relu(applyDense(normalDigits(x), first)), firstMask);
    const late = leaveOut(relu(applyDense(early, second)), secondMask);
    return applyDense(late, output);
  };
  const logits = network((units) => units);
  return {
    batch: [x, target, firstMask, secondMask],
    parameters,
    outputs: { probability: softmax(logits) },
    measures: classifierMeasures(logits, target),
    objective: crossEntropy(
      network((units, mask) => dropout(units, mask, dropoutRate)),
      target,
    ),
  };
}

export default {
  id: 'mnist-mlp',
  title: 'Digit network without convolutions',
  task: 'Reads a handwritten digit with dense layers alone.',
  meanings: digitMeanings,
  architecture: [
    'normalisation to mean 0 and deviation 1 over the training digits',
    `dense ${pixels} → ${firstUnits}, ReLU, dropout ${dropoutRate} while training`,
    `dense ${firstUnits} → ${secondUnits}, ReLU, dropout ${dropoutRate} while training`,
    `dense ${secondUnits} → ${classes}, softmax`,
  ],
  hyperparameters: {
    optimizer: `Nesterov momentum ${decay}`,
    'learning rate': `falls from ${learningRate} to 0 along a cosine`,
    'initial weights': `He uniform, seed ${seed}; in the output layer a tenth of it`,
    'initial biases': 'zero',
    augmentation: 'moved by up to 1 pixel each way',
    loss: 'cross-entropy',
    curves: 'measured after each epoch on the first 10,000 digits of each set',
    'choice of epoch': 'the last; the held-out digits chose nothing',
  },
  seed,
  data: mnist,
  build,
  initial: initialWeights(parameters, he),
  learning: { by: 'gradient', optimizer: optimizers.nesterov({ decay }) },
  learningRate: cosineDecay({
    initial: learningRate,
    steps: epochs * Math.floor(trainingDigits / batchSize),
  }),
  batchSize,
  epoch: changed(shuffled, ({ x, target }, random) => {
    const size = target.length / classes;
    return {
      x: shift(x, digitShape, { by: 1 }, random),
      target,
      'first.mask': dropoutMask([size, firstUnits], dropoutRate, random),
      'second.mask': dropoutMask([size, secondUnits], dropoutRate, random),
    };
  }),
  epochs,
  history: { at: 'epochs', parameters: [], examples: { training: 10_000, heldOut: 10_000 } },
  engine: 'node',
  preferredProvider: 'wasm',
} satisfies Recipe;
