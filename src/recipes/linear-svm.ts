import { hinge } from '../trainer/losses/hinge.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { softMargin } from '../trainer/svm/linear-svm.ts';
import { inOrder, logSpaced } from './batches.ts';
import { linearUnit, linearUnitMeanings, pointsSeed, separablePoints } from './linear-unit.ts';
import type { Recipe } from './recipe.ts';

const epochs = 4000;
const cost = 10;

/** One linear unit taught to keep its distance: of all lines that separate the points, the one in the middle. */
export default {
  id: 'linear-svm',
  title: 'Linear support-vector machine',
  task: 'Says on which side of a straight line a point of the plane lies, with a wide margin on both sides.',
  meanings: {
    ...linearUnitMeanings,
    sum: 'weighted sum w·x + b; its sign is the answer, and beyond ±1 the point lies outside the margin',
  },
  architecture: ['dense 2 → 1', 'threshold at 0'],
  hyperparameters: {
    optimizer: 'gradient descent, all points in every step',
    objective: 'half the squared weights plus the cost of all violations of the margin (hinge loss)',
    cost,
    'initial weights': 'zero',
    'learning rate of step t': '1 / (t + 100)',
  },
  seed: pointsSeed,
  data: separablePoints,
  build: (batchSize) => {
    const unit = linearUnit(batchSize, hinge);
    const [, target] = unit.batch;
    const [weights] = unit.parameters;
    return { ...unit, objective: softMargin(unit.outputs.sum, target, weights, cost) };
  },
  initial: () => ({}),
  learning: { by: 'gradient', optimizer: optimizers.sgd() },
  // The objective has kinks: only steps that keep growing shorter come to rest between them.
  learningRate: (step) => 1 / (step + 100),
  batchSize: 40,
  epoch: inOrder,
  epochs,
  history: { at: logSpaced(epochs, 6), parameters: ['weights', 'bias'] },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
