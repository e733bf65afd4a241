/** The recipe of a twelve-layer network with one activation function or another. */

import type { Value } from '../graph/value.ts';
import { he } from '../trainer/initializers/he.ts';
import { xavier } from '../trainer/initializers/xavier.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { inOrder, logSpaced } from './batches.ts';
import { deepNetwork, deepParameters, layerCount, trainingCount, twoCircles, width } from './deep-network.ts';
import { type Initializer, isWeights } from './layer-parameters.ts';
import type { Recipe } from './recipe.ts';

export const deepInitializers = { xavier, he };
export type DeepInitializerName = keyof typeof deepInitializers;

/** The seed of the shipped networks, their learning rate and how many steps they take. */
export const deepSeed = 1;
export const deepLearningRate = 0.1;
export const deepSteps = 1000;

/** Weights of every layer, drawn in order; biases start at zero. All networks of one seed draw the same numbers. */
export const deepInitialWeights =
  (initializer: Initializer): Recipe['initial'] =>
  (random) =>
    Object.fromEntries(
      deepParameters.filter(isWeights).map(({ name, shape }) => [name, initializer(shape, random)]),
    );

export function deepRecipe({
  id,
  name,
  activation,
  initializer,
}: {
  readonly id: string;
  /** Of the activation function, as it stands in a sentence. */
  readonly name: string;
  readonly activation: (z: Value) => Value;
  readonly initializer: DeepInitializerName;
}) {
  const hidden = `dense ${width} → ${width}, ${name}`;
  return {
    id,
    title: `Twelve layers with ${name}`,
    task: 'Says on which of two circles a point of the plane lies.',
    meanings: {
      x: 'coordinates x₁, x₂ of each point, about −0.5 … 1.5',
      probability: 'that the point is on the outer circle, 0 … 1',
    },
    architecture: [
      `dense 2 → ${width}, ${name}`,
      `${layerCount - 2} times: ${hidden}`,
      `dense ${width} → 1, sigmoid`,
    ],
    hyperparameters: {
      optimizer: 'gradient descent, all points in every step',
      'initial weights': `${{ xavier: 'Xavier', he: 'He' }[initializer]} uniform, seed ${deepSeed}`,
      'initial biases': 'zero',
      loss: 'logistic',
    },
    seed: deepSeed,
    data: twoCircles,
    build: (size) => deepNetwork(size, activation),
    initial: deepInitialWeights(deepInitializers[initializer]),
    learning: { by: 'gradient', optimizer: optimizers.sgd() },
    learningRate: deepLearningRate,
    batchSize: trainingCount,
    epoch: inOrder,
    epochs: deepSteps,
    history: { at: logSpaced(deepSteps, 2), parameters: ['layer1.weights', `layer${layerCount}.weights`] },
    engine: 'wasm',
    preferredProvider: 'wasm',
  } satisfies Recipe;
}
