import { mul } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { logisticLoss } from '../trainer/losses/logistic-loss.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';
import { sgd } from '../trainer/optimizers/sgd.ts';
import { autoencoder } from '../trainer/pretraining/autoencoder.ts';
import { boltzmannMachine } from '../trainer/pretraining/boltzmann-machine.ts';
import { shuffled } from './batches.ts';
import digitsRbm from './digits-rbm.ts';
import { fewDigits } from './few-digits.ts';
import { digitPixels } from './mnist.ts';
import type { Network, Recipe } from './recipe.ts';

const [visible, hidden] = [784, 64];
const { weights, visibleBias, hiddenBias } = boltzmannMachine(visible, hidden);

function build(size: number): Network {
  const x = input('x', [size, visible]);
  const { code, logits, reconstruction } = autoencoder(x, { weights, visibleBias, hiddenBias });
  return {
    batch: [x],
    parameters: [weights, visibleBias, hiddenBias],
    outputs: { code, reconstruction },
    measures: { loss: mul(2, squaredError(reconstruction, x)) },
    objective: logisticLoss(logits, x),
  };
}

/** The same three parameters as the Boltzmann machine of `digits-rbm`, taught to give back what they are given. */
export default {
  id: 'digits-autoencoder',
  title: 'Autoencoder for digits',
  task: 'Describes a handwritten digit by 64 numbers and gives it back from them.',
  meanings: {
    x: digitPixels,
    code: 'the 64 numbers, each 0 … 1',
    reconstruction: 'the pixels, each 0 … 1',
  },
  architecture: [
    `dense ${visible} → ${hidden}, sigmoid`,
    `dense ${hidden} → ${visible} with the same weights, sigmoid`,
  ],
  hyperparameters: {
    optimizer: 'stochastic gradient descent',
    objective: 'cross-entropy between pixels and reconstruction, summed over pixels, mean over the batch',
    labels: 'not used',
    'initial weights': 'normal, deviation 0.1',
    'initial biases': 'zero',
    loss: 'squared error of the reconstruction, summed over pixels, mean over digits',
  },
  seed: 1,
  data: fewDigits,
  build,
  initial: digitsRbm.initial,
  learning: { by: 'gradient', optimizer: sgd() },
  learningRate: 0.1,
  batchSize: digitsRbm.batchSize,
  epoch: shuffled,
  epochs: digitsRbm.epochs,
  history: digitsRbm.history,
  engine: 'node',
  preferredProvider: 'wasm',
} satisfies Recipe;
