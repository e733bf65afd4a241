import { and, xor } from '../datasets/corners.ts';
import { noExamples } from '../datasets/dataset.ts';
import { tanh } from '../graph/ops/index.ts';
import { xavier } from '../trainer/initializers/xavier.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { inOrder, logSpaced } from './batches.ts';
import { halfAdderNetwork, halfAdderSizes } from './half-adder-network.ts';
import type { Recipe } from './recipe.ts';

const epochs = 500;
const seed = 1;
const { inputs, hidden, outputs } = halfAdderSizes;

/** Small enough that every number of its forward and backward pass can be looked at. */
export default {
  id: 'half-adder',
  title: 'Half adder',
  task: 'Adds two bits: its outputs are the sum bit, which is XOR, and the carry bit, which is AND.',
  meanings: {
    x: 'the two bits, 0 or 1; any numbers are accepted',
    sums: 'the sum bit and the carry bit, about 0 or 1; ½ is the border between them',
    units: 'answers of the three hidden units, −1 … 1',
  },
  architecture: [`dense ${inputs} → ${hidden}, tanh`, `dense ${hidden} → ${outputs}`],
  hyperparameters: {
    optimizer: 'gradient descent, all four pairs of bits in every step',
    'initial weights': `Xavier uniform, seed ${seed}`,
    'initial biases': 'zero',
    loss: 'half the squared error, averaged over the examples',
  },
  seed,
  data: {
    name: 'Half adder',
    licence: 'CC0-1.0',
    origin: 'src/datasets/corners.ts: all four pairs of bits, XOR beside AND, so none is held out',
    load: () => {
      const { count, x, target: sum } = xor();
      const { target: carry } = and();
      const target = Float32Array.from({ length: 2 * count }, (_, i) => {
        const label = (i % 2 === 0 ? sum : carry)[i >> 1];
        return (label + 1) / 2;
      });
      return { training: { count, x, target }, heldOut: noExamples };
    },
  },
  build: (size) => halfAdderNetwork(size, { layout: 'rows', activation: tanh }),
  backward: true,
  initial: (random) => ({
    'hidden.weights': xavier([inputs, hidden], random),
    'output.weights': xavier([hidden, outputs], random),
  }),
  learning: { by: 'gradient', optimizer: optimizers.sgd() },
  learningRate: 0.3,
  batchSize: 4,
  epoch: inOrder,
  epochs,
  history: {
    at: logSpaced(epochs, 6),
    parameters: ['hidden.weights', 'hidden.bias', 'output.weights', 'output.bias'],
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
