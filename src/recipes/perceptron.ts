import { mul, neg, reduceMean, relu } from '../graph/ops/index.ts';
import { perceptronRule } from '../trainer/rules/perceptron-rule.ts';
import { inOrder } from './batches.ts';
import { linearUnit, linearUnitMeanings, pointsSeed, separablePoints } from './linear-unit.ts';
import type { Recipe } from './recipe.ts';

/** One threshold unit taught by the perceptron rule: it goes through the points until it gets all right. */
export default {
  id: 'perceptron',
  title: 'Perceptron',
  task: 'Says on which side of a straight line a point of the plane lies.',
  meanings: linearUnitMeanings,
  architecture: ['dense 2 → 1', 'threshold at 0'],
  hyperparameters: {
    rule: 'perceptron rule, one point at a time in the order of the data set',
    'initial weights': 'zero',
    'ends after': 'a pass through all points without a mistake',
  },
  seed: pointsSeed,
  data: separablePoints,
  // The perceptron criterion: how far the sums of misjudged points lie on the wrong side. The rule descends it.
  build: (batchSize) => linearUnit(batchSize, (sum, target) => reduceMean(relu(neg(mul(target, sum))))),
  initial: () => ({}),
  learning: { by: 'rule', rule: perceptronRule },
  // From zero weights a learning rate only scales all weights, so 1 loses nothing.
  learningRate: 1,
  batchSize: 1,
  epoch: inOrder,
  epochs: 1000,
  finished: (mistakes) => mistakes.every((mistake) => mistake === 0),
  history: { at: 'mistakes', parameters: ['weights', 'bias'] },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
