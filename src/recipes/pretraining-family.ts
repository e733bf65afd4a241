/**
 * One deep network of sigmoid units for a thousand digits, and four ways of finding the weights it starts from:
 * at random, at random in the right scale, and layer by layer without labels. [hinton-2006-dbn, bengio-2007]
 */

import { sigmoid, softmax } from '../graph/ops/index.ts';
import { sizeOf } from '../graph/shape.ts';
import { input, type Value } from '../graph/value.ts';
import type { Random } from '../trainer/initializers/random.ts';
import { xavier } from '../trainer/initializers/xavier.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { autoencoderStep } from '../trainer/pretraining/autoencoder.ts';
import { contrastiveDivergence } from '../trainer/pretraining/contrastive-divergence.ts';
import { pretrain } from '../trainer/pretraining/layer-wise.ts';
import type { Pretraining } from '../trainer/pretraining/learn-layer.ts';
import { shuffled } from './batches.ts';
import { classifierMeasures } from './classifier.ts';
import { fewDigits, fewDigitsCount } from './few-digits.ts';
import { applyDense, denseLayer, isWeights, parametersOf } from './layer-parameters.ts';
import { digitMeanings, digitPixels } from './mnist.ts';
import type { Network, Numbers, Recipe } from './recipe.ts';

const sizes = [784, 100, 100, 100, 50];
const classes = 10;
const epochs = 60;
const decay = 0.9;
const pretraining = { batchSize: 20, epochs: 20, learningRate: 0.1 };

const hidden = sizes.slice(1).map((size, i) => denseLayer(`layer${i + 1}`, sizes[i], size));
const output = denseLayer('output', sizes[sizes.length - 1], classes);
const parameters = parametersOf(...hidden, output);

function build(size: number): Network {
  const x = input('x', [size, sizes[0]]);
  const target = input('target', [size, classes]);
  const code = hidden.reduce((units: Value, layer) => sigmoid(applyDense(units, layer)), x);
  const logits = applyDense(code, output);
  return {
    batch: [x, target],
    parameters,
    outputs: { probability: softmax(logits) },
    measures: classifierMeasures(logits, target),
  };
}

/** How one layer is drawn; the output layer always starts at a tenth of Xavier's scale. */
type Draw = (shape: readonly number[], random: Random) => Float32Array;
const small: Draw = (shape, { normal }) => Float32Array.from({ length: sizeOf(shape) }, () => 0.1 * normal());
const scaled: Draw = (shape, random) => xavier(shape, random).map((one) => 4 * one);
const tenth: Draw = (shape, random) => xavier(shape, random).map((one) => one / 10);

const drawn =
  (draw: Draw): Recipe['initial'] =>
  (random) =>
    Object.fromEntries(
      parameters
        .filter(isWeights)
        .map((one) => [one.name, (one === output.weights ? tenth : draw)(one.shape, random)]),
    );

/** Every hidden layer as `step` teaches it to give back the layer below. */
const stacked =
  (step: Pretraining['step']): NonNullable<Recipe['pretrain']> =>
  async (training, open, random): Promise<Numbers> => {
    const layers = await pretrain(training.x, sizes, { step, open, random, ...pretraining });
    return Object.fromEntries(
      layers.flatMap(({ weights, hiddenBias }, i) => [
        [hidden[i].weights.name, weights],
        [hidden[i].bias.name, hiddenBias],
      ]),
    );
  };

const layerByLayer = (method: string) =>
  `${method}, layer by layer without labels: ${pretraining.epochs} epochs each, batch size ${pretraining.batchSize}, learning rate ${pretraining.learningRate}`;
const normalText = 'normal, deviation 0.1';

const starts = {
  none: { name: 'small random weights', initial: drawn(small), says: { 'initial weights': normalText } },
  scaled: {
    name: 'random weights in scale',
    initial: drawn(scaled),
    says: { 'initial weights': 'Xavier uniform, times 4 for the slope of the sigmoid' },
  },
  rbm: {
    name: 'a stack of Boltzmann machines',
    initial: drawn(small),
    pretrain: stacked(contrastiveDivergence),
    says: { 'initial weights': normalText, pretraining: layerByLayer('contrastive divergence (CD-1)') },
  },
  autoencoder: {
    name: 'a stack of autoencoders',
    initial: drawn(small),
    pretrain: stacked(autoencoderStep),
    says: { 'initial weights': normalText, pretraining: layerByLayer('autoencoders') },
  },
} as const;

/** Weights in the output layer start ten times smaller than Xavier's, biases at zero. */
export function pretrainingRecipe(start: keyof typeof starts): Recipe {
  const { name, says, ...from } = starts[start];
  return {
    id: `pretraining-${start}`,
    title: `Deep sigmoid network from ${name}`,
    task: 'Reads a handwritten digit, after training on no more than a thousand.',
    meanings: { ...digitMeanings, x: digitPixels },
    architecture: [
      ...sizes.slice(1).map((size, i) => `dense ${sizes[i]} → ${size}, sigmoid`),
      `dense ${sizes[sizes.length - 1]} → ${classes}, softmax`,
    ],
    hyperparameters: {
      optimizer: `Nesterov momentum ${decay}`,
      ...says,
      'initial weights of the output layer': 'Xavier uniform, a tenth of it',
      'initial biases': 'pretrain' in from ? 'learnt with the weights; of the output layer, zero' : 'zero',
      loss: 'cross-entropy',
      'choice of epoch': 'the last; the held-out digits chose nothing',
    },
    seed: 1,
    data: fewDigits,
    build,
    ...from,
    learning: { by: 'gradient', optimizer: optimizers.nesterov({ decay }) },
    learningRate: 0.1,
    batchSize: 50,
    epoch: shuffled,
    epochs,
    history: { at: 'epochs', parameters: [], examples: { training: fewDigitsCount, heldOut: 10_000 } },
    engine: 'node',
    preferredProvider: 'wasm',
  };
}
