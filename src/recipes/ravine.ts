import { ravine } from '../datasets/ravine.ts';
import { matmul } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { inOrder } from './batches.ts';
import type { Network, Recipe } from './recipe.ts';

const seed = 3;
const examples = 8;
const epochs = 120;
const condition = 50;
const momentum = 0.8;

/** The examples of the momentum figure, for any κ. @param condition κ ≥ 1 */
export const ravineExamples = (condition: number) => ravine(examples, condition, random(seed));

/** A linear unit without bias: its loss is a quadratic of two weights, so the plane shows all there is. */
export function build(batchSize: number): Network {
  const x = input('x', [batchSize, 2]);
  const target = input('target', [batchSize, 1]);
  const w = input('w', [2, 1]);
  const answer = matmul(x, w);
  return {
    batch: [x, target],
    parameters: [w],
    outputs: { answer },
    measures: { loss: squaredError(answer, target) },
  };
}

export default {
  id: 'ravine',
  title: 'Linear unit in a ravine',
  task: 'Answers with the weighted sum of two numbers that vary on very different scales.',
  meanings: {
    x: 'two numbers; along one direction of the plane they vary √50 times as much as along the other',
    answer: 'the weighted sum x · w; wanted is half the sum of the two numbers',
  },
  architecture: ['dense 2 → 1, without bias'],
  hyperparameters: {
    optimizer: `momentum ${momentum}, learning rate outside the velocity, all ${examples} examples in every step`,
    'initial weights': '−1.2 and 0.2',
    loss: 'half the mean squared error',
    'condition number': condition,
  },
  seed,
  data: {
    name: 'A ravine',
    licence: 'CC0-1.0',
    origin: `src/datasets/ravine.ts: ${examples} + ${examples} examples, condition number ${condition}, seeds ${seed} and ${seed + 1}`,
    load: () => ({
      training: ravineExamples(condition),
      heldOut: ravine(examples, condition, random(seed + 1)),
    }),
  },
  build,
  initial: () => ({ w: Float32Array.of(-1.2, 0.2) }),
  learning: { by: 'gradient', optimizer: optimizers.momentum({ decay: momentum }) },
  learningRate: 1.3,
  batchSize: examples,
  epoch: inOrder,
  epochs,
  history: { at: 'epochs', parameters: ['w'] },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
