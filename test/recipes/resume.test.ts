/** A run that was stopped between two epochs ends where an uninterrupted one ends. */

import { describe, expect, it } from 'vitest';
import { noExamples } from '../../src/datasets/dataset.ts';
import type { Graph } from '../../src/graph/value.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import type { Checkpoint } from '../../src/recipes/checkpoint.ts';
import mnistMlp from '../../src/recipes/mnist-mlp.ts';
import perceptron from '../../src/recipes/perceptron.ts';
import type { Recipe } from '../../src/recipes/recipe.ts';
import { runRecipe, type TrainedModel } from '../../src/recipes/run.ts';
import { createSession } from '../../src/runtime/node.ts';
import { syntheticClasses } from '../support/synthetic-classes.ts';

const open = (graph: Graph) => createSession(encodeModel(graph));
const noFiles = { read: () => Promise.reject(new Error('no files here')) };
const digits = {
  training: syntheticClasses(40, 784),
  heldOut: syntheticClasses(30, 784, 10, 6),
};
const small: Recipe = {
  ...mnistMlp,
  batchSize: 8,
  epochs: 5,
  history: { at: 'epochs', parameters: ['output.bias'], examples: { training: 16, heldOut: 30 } },
};

/** The whole run, and what it could have been continued from after each epoch. */
async function runWhole(recipe: Recipe, data = digits): Promise<[TrainedModel, Checkpoint[]]> {
  const checkpoints: Checkpoint[] = [];
  const model = await runRecipe(recipe, data, open, {
    onEpoch: (checkpoint) => void checkpoints.push(structuredClone(checkpoint)),
  });
  return [model, checkpoints];
}

describe('a run of a recipe with momentum, dropout and a schedule', async () => {
  const [whole, checkpoints] = await runWhole(small);

  it('can be continued after each epoch', () => {
    expect(checkpoints.map(({ epoch, step, over }) => [epoch, step, over])).toEqual([
      [1, 5, false],
      [2, 10, false],
      [3, 15, false],
      [4, 20, false],
      [5, 25, true],
    ]);
  });

  it.each([1, 3, 5])(
    'goes on after epoch %i to the same model, history and metrics, bit for bit',
    async (at) => {
      const model = await runRecipe(small, digits, open, { resume: checkpoints[at - 1] });
      expect(model).toEqual(whole);
    },
  );

  it('needs the optimizer’s memory for that', async () => {
    const { state, ...rest } = checkpoints[2];
    const forgetful = Object.fromEntries(
      Object.entries(state).map(([name, numbers]) => [
        name,
        name.endsWith('.ahead') ? numbers.map(() => 0) : numbers,
      ]),
    );
    const model = await runRecipe(small, digits, open, { resume: { ...rest, state: forgetful } });
    expect(model.parameters).not.toEqual(whole.parameters);
  });

  it('records the loss and the accuracy of both sets before training and after each epoch', () => {
    const { steps, curves, parameters } = whole.history;
    expect(steps).toEqual([0, 5, 10, 15, 20, 25]);
    expect(Object.keys(curves).sort()).toEqual([
      'held-out accuracy',
      'held-out loss',
      'loss',
      'training accuracy',
    ]);
    expect(curves['held-out accuracy'].at(-1)).toBe(whole.metrics['held-out accuracy']);
    expect(parameters['output.bias'].values).toHaveLength(6);
    expect(curves.loss[0]).toBeCloseTo(Math.LN10, 0);
  });

  it('trains with a part of the units and measures with all of them', async () => {
    const losses: number[] = [];
    await runRecipe({ ...small, learningRate: 0, epochs: 1 }, digits, open, {
      onStep: ({ loss }) => void losses.push(loss),
    });
    const { history } = await runRecipe({ ...small, learningRate: 0, epochs: 1 }, digits, open);
    expect(history.curves.loss[0]).toBe(history.curves.loss[1]);
    expect(new Set(losses).size).toBe(5);
  });
});

it('goes on with the mistakes counted so far, under a rule', async () => {
  const data = await perceptron.data.load(noFiles);
  const [whole, checkpoints] = await runWhole(perceptron, data);
  expect(checkpoints.length).toBeGreaterThan(2);
  expect(await runRecipe(perceptron, data, open, { resume: checkpoints[1] })).toEqual(whole);
});

it('measures sets that fill no whole number of runs, each example once', async () => {
  // 1,003 examples go through in runs of 500, 500 and 3.
  const training = syntheticClasses(1003, 784);
  const recipe: Recipe = { ...small, epochs: 1, batchSize: 1003, learningRate: 0 };
  const { metrics, history } = await runRecipe(recipe, { training, heldOut: noExamples }, open);
  expect(Math.round(metrics['training accuracy'] * 1003) / 1003).toBeCloseTo(metrics['training accuracy'], 6);
  expect(history.curves.loss).toHaveLength(2);
});
