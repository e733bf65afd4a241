import { mul } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';
import {
  boltzmannMachine,
  hiddenProbabilities,
  visibleProbabilities,
} from '../trainer/pretraining/boltzmann-machine.ts';
import { contrastiveDivergence } from '../trainer/pretraining/contrastive-divergence.ts';
import { changed, shuffled } from './batches.ts';
import { fewDigits, fewDigitsCount } from './few-digits.ts';
import { digitPixels } from './mnist.ts';
import type { Network, Recipe } from './recipe.ts';

const [visible, hidden] = [784, 64];
const epochs = 30;
const { weights, visibleBias, hiddenBias } = boltzmannMachine(visible, hidden);
const machine = { weights, visibleBias, hiddenBias };

function build(size: number): Network {
  const x = input('x', [size, visible]);
  const h = hiddenProbabilities(x, machine);
  const reconstruction = visibleProbabilities(h, machine);
  return {
    batch: [x, input('hiddenUniforms.1', [size, hidden]), input('visibleUniforms.1', [size, visible])],
    parameters: [weights, visibleBias, hiddenBias],
    outputs: { hidden: h, reconstruction },
    // The squared distance, not half of it.
    measures: { loss: mul(2, squaredError(reconstruction, x)) },
  };
}

/** A Boltzmann machine that has learnt what digits look like: its hidden units say what it sees of a digit. */
export default {
  id: 'digits-rbm',
  title: 'Restricted Boltzmann machine for digits',
  task: 'Describes a handwritten digit by 64 hidden units and gives it back from them.',
  meanings: {
    x: digitPixels,
    hidden: 'probability that each hidden unit is on',
    reconstruction: 'probability that each pixel is on, given the probabilities of the hidden units',
  },
  architecture: [
    `${visible} visible units, ${hidden} hidden units, each connected with each of the other kind`,
  ],
  hyperparameters: {
    method: 'contrastive divergence, one sweep (CD-1)',
    labels: 'not used',
    'initial weights': 'normal, deviation 0.1',
    'initial biases': 'zero',
    loss: 'squared error of the reconstruction, summed over pixels, mean over digits; it is watched, not descended',
  },
  seed: 1,
  data: fewDigits,
  build,
  initial: ({ normal }) => ({
    weights: Float32Array.from({ length: visible * hidden }, () => 0.1 * normal()),
  }),
  learning: { by: 'own step', step: (batchSize) => contrastiveDivergence(visible, hidden, { batchSize }) },
  learningRate: 0.1,
  batchSize: 20,
  epoch: changed(shuffled, ({ x }, { uniform }) => {
    const size = x.length / visible;
    return {
      x,
      'hiddenUniforms.1': Float32Array.from({ length: size * hidden }, uniform),
      'visibleUniforms.1': Float32Array.from({ length: size * visible }, uniform),
    };
  }),
  epochs,
  history: { at: 'epochs', parameters: [], examples: { training: fewDigitsCount, heldOut: 10_000 } },
  engine: 'node',
  preferredProvider: 'wasm',
} satisfies Recipe;
