/** Recipes with draws of their own, and recipes whose weights are learnt before training begins. */

import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../scripts/train/checkpoint-file.ts';
import { engines } from '../../scripts/train/engines.ts';
import { type Dataset, noExamples } from '../../src/datasets/dataset.ts';
import { type Checkpoint, initialState } from '../../src/recipes/checkpoint.ts';
import digitsAutoencoder from '../../src/recipes/digits-autoencoder.ts';
import digitsRbm from '../../src/recipes/digits-rbm.ts';
import autoencoders from '../../src/recipes/pretraining-autoencoder.ts';
import none from '../../src/recipes/pretraining-none.ts';
import machines from '../../src/recipes/pretraining-rbm.ts';
import type { Recipe } from '../../src/recipes/recipe.ts';
import { runRecipe } from '../../src/recipes/run.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { syntheticClasses } from '../support/synthetic-classes.ts';

const { open, about } = await engines.wasm();
const training = syntheticClasses(40, 784);
const data: Dataset = { training, heldOut: noExamples };
const short: Recipe = {
  ...machines,
  batchSize: 20,
  epochs: 2,
  history: { at: 'epochs', parameters: ['output.bias'] },
};

describe('digits-rbm', () => {
  const batches = (seed: number) => [...digitsRbm.epoch(training, 20, random(seed))];

  it('is fed new draws with every batch, the same ones for the same seed', () => {
    const [first, second] = batches(1);
    for (const name of ['hiddenUniforms.1', 'visibleUniforms.1']) {
      expect(first[name]).not.toEqual(second[name]);
      expect(Math.min(...first[name])).toBeGreaterThanOrEqual(0);
      expect(Math.max(...first[name])).toBeLessThan(1);
      expect(batches(1)[1][name]).toEqual(second[name]);
    }
    expect([first['hiddenUniforms.1'].length, first['visibleUniforms.1'].length]).toEqual([
      20 * 64,
      20 * 784,
    ]);
  });
  it('has the same parameters as digits-autoencoder, which is fed nothing but pixels', () => {
    const [machine, autoencoder] = [digitsRbm.build(1), digitsAutoencoder.build(1)];
    expect(machine.parameters).toEqual(autoencoder.parameters);
    expect(autoencoder.batch.map(({ name }) => name)).toEqual(['x']);
  });
});

describe('a recipe that pretrains', () => {
  it('starts its hidden layers from what they have learnt and its output layer as others do', async () => {
    const [learnt, drawn] = [
      await initialState(machines, training, open),
      await initialState(none, training, open),
    ];
    for (let l = 1; l <= 4; l++) {
      expect(learnt[`layer${l}.weights`]).not.toEqual(drawn[`layer${l}.weights`]);
      expect(learnt[`layer${l}.bias`].some((one) => one !== 0)).toBe(true);
      expect(drawn[`layer${l}.bias`].every((one) => one === 0)).toBe(true);
    }
    expect(learnt['output.weights']).toEqual(drawn['output.weights']);
  });
  it('learns the same twice, and something else by another method', async () => {
    const first = await initialState(machines, training, open);
    expect(await initialState(machines, training, open)).toEqual(first);
    expect((await initialState(autoencoders, training, open))['layer1.weights']).not.toEqual(
      first['layer1.weights'],
    );
  });
  it('needs no labels for it', async () => {
    const unlabelled = { ...training, target: training.target.map(() => 0) };
    expect(await initialState(machines, unlabelled, open)).toEqual(
      await initialState(machines, training, open),
    );
  });
  it('goes on from a checkpoint to the same model, and from no checkpoint of another start', async () => {
    const checkpoints: Checkpoint[] = [];
    const onEpoch = (checkpoint: Checkpoint) => void checkpoints.push(structuredClone(checkpoint));
    const initial = await initialState(short, training, open);
    const whole = await runRecipe(short, data, open, { initial, onEpoch });
    expect(await runRecipe(short, data, open)).toEqual(whole);
    expect(await runRecipe(short, data, open, { resume: checkpoints[0] })).toEqual(whole);
    const other = await initialState(none, training, open);
    expect(fingerprint(short, data, initial, about)).not.toBe(fingerprint(short, data, other, about));
  });
});
