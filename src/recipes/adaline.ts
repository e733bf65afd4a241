import { squaredError } from '../trainer/losses/squared-error.ts';
import { deltaRule } from '../trainer/rules/delta-rule.ts';
import { inOrder, logSpaced } from './batches.ts';
import { linearUnit, linearUnitMeanings, pointsSeed, separablePoints } from './linear-unit.ts';
import type { Recipe } from './recipe.ts';

const epochs = 50;

/** One linear unit taught by the delta rule: every point, right or wrong, pulls its sum towards −1 or +1. */
export default {
  id: 'adaline',
  title: 'Adaline',
  task: 'Says on which side of a straight line a point of the plane lies, by least squares.',
  meanings: linearUnitMeanings,
  architecture: ['dense 2 → 1', 'threshold at 0, after training'],
  hyperparameters: {
    rule: 'delta rule, one point at a time in the order of the data set',
    'initial weights': 'zero',
  },
  seed: pointsSeed,
  data: separablePoints,
  build: (batchSize) => linearUnit(batchSize, squaredError),
  initial: () => ({}),
  learning: { by: 'rule', rule: deltaRule },
  // Small enough that the weights settle near least squares instead of following the latest point.
  learningRate: 0.02,
  batchSize: 1,
  epoch: inOrder,
  epochs,
  history: { at: logSpaced(epochs * 40, 6), parameters: ['weights', 'bias'] },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
