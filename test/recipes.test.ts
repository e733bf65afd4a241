/** Every recipe learns and exports, and the shipped models are what the recipes make. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../scripts/train/data-folder.ts';
import { differences } from '../scripts/train/differences.ts';
import { engines } from '../scripts/train/engines.ts';
import { findRecipes } from '../scripts/train/find-recipes.ts';
import { modelFiles } from '../scripts/train/model-files.ts';
import { trainModel } from '../scripts/train/train-model.ts';
import { noExamples, slice } from '../src/datasets/dataset.ts';
import { sizeOf } from '../src/graph/shape.ts';
import { modelCard, trainingHistory } from '../src/recipes/model-card.ts';
import type { Recipe } from '../src/recipes/recipe.ts';
import { runRecipe } from '../src/recipes/run.ts';
import { createSession as createNodeSession } from '../src/runtime/node.ts';
import { createSession as createWasmSession } from '../src/runtime/wasm.ts';
import './support/close-to.ts';
import { messagesOf, textsOf, valuesOf } from './support/read-protobuf.ts';

const models = join(import.meta.dirname, '../models');
const recipes = [...(await findRecipes()).values()];
const dataFiles = dataFolder(undefined, join(import.meta.dirname, '../.cache/data'));
const bytesOf = (id: string, file: string) => readFileSync(join(models, id, file));
const cardOf = (id: string) => modelCard.parse(JSON.parse(bytesOf(id, 'card.json').toString()));
const historyOf = (id: string) => trainingHistory.parse(JSON.parse(bytesOf(id, 'history.json').toString()));
const sessions = { node: createNodeSession, wasm: createWasmSession };

it('finds the recipes that the first entries need', () => {
  expect(recipes.map(({ id }) => id)).toEqual(expect.arrayContaining(['adaline', 'perceptron', 'xor-mlp']));
});

it('ships a model for every recipe and a recipe for every model', () => {
  const shipped = readdirSync(models).filter((name) => !name.startsWith('.'));
  expect(shipped.sort()).toEqual(recipes.map(({ id }) => id).sort());
});

describe.each(recipes)('the recipe $id', (recipe) => {
  it('builds networks whose outputs and batch grow with the number of examples', () => {
    for (const size of [1, 5]) {
      const { batch, outputs, measures } = recipe.build(size);
      expect(batch[0].name).toBe('x');
      for (const value of [...batch, ...Object.values(outputs)]) expect(value.shape[0]).toBe(size);
      for (const measure of Object.values(measures)) expect(sizeOf(measure.shape)).toBe(1);
    }
  });

  it('learns: after 20 steps the loss is lower, or more answers are right where it starts at zero', async () => {
    const { open } = await engines.wasm();
    const all = (await recipe.data.load(dataFiles)).training;
    const training = slice(all, 0, Math.min(all.count, 20 * recipe.batchSize));
    const epochs = Math.ceil((20 * recipe.batchSize) / training.count);
    const history = { at: new Set([20]), parameters: [] };
    const short: Recipe = { ...recipe, history, epochs };
    const { curves, steps } = (await runRecipe(short, { training, heldOut: noExamples }, open)).history;
    const at20 = steps.indexOf(20);
    // From zero weights the perceptron criterion starts at its least value, so there only answers count.
    if (curves.loss[0] > 0) expect(curves.loss[at20]).toBeLessThan(curves.loss[0]);
    else expect(curves['training accuracy'][at20]).toBeGreaterThan(curves['training accuracy'][0]);
  });

  it('declares opset 17 and IR version 8 in each file', () => {
    const parameters = recipe
      .build(recipe.batchSize)
      .parameters.map(({ name, shape }) => [name, new Float32Array(sizeOf(shape))]);
    const files = Object.entries(modelFiles(recipe, Object.fromEntries(parameters)));
    expect(files.map(([name]) => name)).toEqual(['model.onnx', 'forward.onnx', 'step.onnx']);
    for (const [, content] of files) {
      expect(valuesOf(content, 1)).toEqual([8n]);
      expect(messagesOf(content, 8).map((opset) => valuesOf(opset, 2))).toEqual([[17n]]);
    }
  });
});

describe.each(recipes)('the shipped model $id', (recipe) => {
  const { id } = recipe;
  const card = cardOf(id);

  it('has a card whose list of files is the folder, byte for byte, and keeps the schemas', () => {
    expect(readdirSync(join(models, id)).sort()).toEqual([...Object.keys(card.files), 'card.json'].sort());
    expect(card.id).toBe(id);
    expect(historyOf(id).steps[0]).toBe(0);
  });

  it.runIf(card.reproducible === 'anywhere' && card.trainingSeconds < 30)(
    'comes out the same, byte for byte, when it is trained again on the WASM engine',
    async () => {
      const fresh = await trainModel(recipe, { engine: await engines.wasm(), dataFiles });
      expect(differences(join(models, id), fresh)).toEqual([]);
    },
  );

  it('has one value in each curve and each parameter for each recorded step, in ascending order', () => {
    const { steps, curves, parameters } = historyOf(id);
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(card.hyperparameters.steps);
    for (const curve of Object.values(curves)) expect(curve).toHaveLength(steps.length);
    for (const { shape, values } of Object.values(parameters)) {
      expect(values).toHaveLength(steps.length);
      for (const moment of values) expect(moment).toHaveLength(sizeOf(shape));
    }
  });

  describe.each(['node', 'wasm'] as const)('on the %s engine', (engine) => {
    it('takes any number of examples in model.onnx', async () => {
      const session = await sessions[engine](bytesOf(id, 'model.onnx'));
      for (const size of [1, 2, 3, 64]) {
        const { batch, outputs } = recipe.build(size);
        const answers = await session.run({
          x: session.upload(batch[0].shape, new Float32Array(sizeOf(batch[0].shape)).fill(0.25)),
        });
        expect(Object.keys(answers).sort()).toEqual(Object.keys(outputs).sort());
        for (const [name, value] of Object.entries(outputs)) expect(answers[name].shape).toEqual(value.shape);
      }
      session.dispose();
    });

    it('gives the answers of model.onnx from forward.onnx and the last recorded parameters', async () => {
      const { parameters } = historyOf(id);
      const all = (await recipe.data.load(dataFiles)).training;
      const { x, count } = slice(all, 0, Math.min(all.count, 100));
      const model = await sessions[engine](bytesOf(id, 'model.onnx'));
      const forward = await sessions[engine](bytesOf(id, 'forward.onnx'));
      const { shape } = recipe.build(count).batch[0];
      const last = Object.entries(parameters).map(([name, { shape: own, values }]) => [
        name,
        forward.upload(own, Float32Array.from(values[values.length - 1])),
      ]);
      const expected = await model.run({ x: model.upload(shape, x) });
      const found = await forward.run({ x: forward.upload(shape, x), ...Object.fromEntries(last) });
      for (const name of Object.keys(expected))
        expect(await found[name].read()).toBeCloseToTensor(await expected[name].read(), 1e-6);
      model.dispose();
      forward.dispose();
    });

    it('runs a step in step.onnx that carries the same parameters that forward.onnx takes', async () => {
      const [graph] = messagesOf(bytesOf(id, 'step.onnx'), 7);
      const { batch, parameters } = recipe.build(recipe.batchSize);
      const inputs = messagesOf(graph, 11).flatMap((one) => textsOf(one, 1));
      const outputs = messagesOf(graph, 12).flatMap((one) => textsOf(one, 1));
      expect(inputs).toEqual(
        expect.arrayContaining(['learningRate', ...[...batch, ...parameters].map(({ name }) => name)]),
      );
      expect(outputs).toEqual(
        expect.arrayContaining(['loss', ...parameters.map(({ name }) => `${name}.next`)]),
      );
      await (await sessions[engine](bytesOf(id, 'step.onnx'))).dispose();
    });
  });
});
