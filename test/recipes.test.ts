/** Every recipe learns and exports, and the shipped models are what the recipes make. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../scripts/train/data-folder.ts';
import { differences } from '../scripts/train/differences.ts';
import { engines } from '../scripts/train/engines.ts';
import { findRecipes } from '../scripts/train/find-recipes.ts';
import { trainModel } from '../scripts/train/train-model.ts';
import { type Examples, noExamples, slice } from '../src/datasets/dataset.ts';
import { sizeOf } from '../src/graph/shape.ts';
import { encodeModel } from '../src/onnx/model.ts';
import { graphsOf } from '../src/recipes/make-model.ts';
import { modelCard, trainingHistory } from '../src/recipes/model-card.ts';
import { type Graphs, modelFiles } from '../src/recipes/model-files.ts';
import type { Network, Numbers, Recipe } from '../src/recipes/recipe.ts';
import { runRecipe } from '../src/recipes/run.ts';
import { type AnyRecipe, isSolved, solveRecipe } from '../src/recipes/solved-recipe.ts';
import { createSession as createNodeSession } from '../src/runtime/node.ts';
import { createSession as createWasmSession } from '../src/runtime/wasm.ts';
import './support/close-to.ts';
import { messagesOf, textsOf, valuesOf } from './support/read-protobuf.ts';
import { syntheticClasses } from './support/synthetic-classes.ts';

const models = join(import.meta.dirname, '../models');
const all = [...(await findRecipes()).values()];
const recipes = all.filter((one): one is Recipe => !isSolved(one));
const solvedRecipes = all.filter(isSolved);
const dataFiles = dataFolder(undefined, join(import.meta.dirname, '../.cache/data'));
const bytesOf = (id: string, file: string) => readFileSync(join(models, id, file));
const cardOf = (id: string) => modelCard.parse(JSON.parse(bytesOf(id, 'card.json').toString()));
const historyOf = (id: string) => trainingHistory.parse(JSON.parse(bytesOf(id, 'history.json').toString()));
const sessions = { node: createNodeSession, wasm: createWasmSession };

it('finds the recipes that the first entries need', () => {
  expect(recipes.map(({ id }) => id)).toEqual(expect.arrayContaining(['adaline', 'perceptron', 'xor-mlp']));
});

const shipped = readdirSync(models).filter((name) => !name.startsWith('.'));

it('ships a recipe for every model and a model for every recipe that needs no downloaded data', () => {
  const known = all.map(({ id }) => id);
  const needed = all.filter(({ data }) => data.folder === undefined).map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(shipped));
  expect(shipped).toEqual(expect.arrayContaining(needed));
});

it('ships models of less than 20 MB in all', () => {
  const bytes = shipped.flatMap((id) =>
    readdirSync(join(models, id)).map((file) => statSync(join(models, id, file)).size),
  );
  expect(bytes.reduce((total, one) => total + one, 0)).toBeLessThan(20e6);
});

/** The recipe's training examples, or, where they must be downloaded, a few of the same shape. */
async function trainingExamples({ data }: AnyRecipe, build: Graphs['build']): Promise<Examples> {
  if (data.folder === undefined) return (await data.load(dataFiles)).training;
  return syntheticClasses(160, sizeOf(build(1).batch[0].shape));
}

/** Accuracy on the 10,000 held-out pictures; of the digits-…, the mean over seven strengths of a penalty. */
const atLeast: Readonly<Record<string, number>> = {
  'mnist-mlp': 0.983,
  'lenet-5': 0.992,
  'cifar-net': 0.8,
  'cifar-net-no-dropout': 0.75,
  'cifar-net-tanh': 0.75,
  'four-layer-relu': 0.65,
  'four-layer-tanh': 0.58,
  'dropout-0': 0.87,
  'dropout-20': 0.88,
  'dropout-50': 0.885,
  'digits-l1-proximal': 0.75,
  'digits-l1-subgradient': 0.75,
  'digits-l2': 0.82,
  'pretraining-autoencoder': 0.86,
  'pretraining-rbm': 0.88,
  'pretraining-scaled': 0.85,
};

/** A schedule that takes an epoch to warm up moves little in 20 steps. */
const notWarmingUp = ({ data }: Recipe) => (data.folder === undefined ? {} : { learningRate: 0.01 });

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
    const batchSize = Math.min(recipe.batchSize, 8);
    const all = await trainingExamples(recipe, recipe.build);
    const training = slice(all, 0, Math.min(all.count, 20 * batchSize));
    const epochs = Math.ceil((20 * batchSize) / training.count);
    const history = { at: new Set([20]), parameters: [] };
    const short: Recipe = { ...recipe, history, epochs, batchSize, ...notWarmingUp(recipe) };
    const { curves, steps } = (await runRecipe(short, { training, heldOut: noExamples }, open)).history;
    const at20 = steps.indexOf(20);
    // From zero weights the perceptron criterion starts at its least value, so there only answers count.
    if (curves.loss[0] > 0) expect(curves.loss[at20]).toBeLessThan(curves.loss[0]);
    else expect(curves['training accuracy'][at20]).toBeGreaterThan(curves['training accuracy'][0]);
  });

  it('declares opset 17 and IR version 8 in each file', () => {
    const untrained = {
      graphs: graphsOf(recipe),
      parameters: zeros(recipe.build(1)),
      history: { steps: [0], curves: {}, parameters: {} },
    };
    const files = Object.entries(modelFiles(recipe, untrained, encodeModel)).filter(([name]) =>
      name.endsWith('.onnx'),
    );
    expect(files.map(([name]) => name)).toEqual([
      'model.onnx',
      'forward.onnx',
      'step.onnx',
      ...(recipe.backward ? ['backward.onnx'] : []),
    ]);
    for (const [, content] of files) expectVersions(content);
  });
});

/** Numbers of the right count for each parameter. */
const zeros = ({ parameters }: Network): Numbers =>
  Object.fromEntries(parameters.map(({ name, shape }) => [name, new Float32Array(sizeOf(shape))]));

function expectVersions(content: Uint8Array): void {
  expect(valuesOf(content, 1)).toEqual([8n]);
  expect(messagesOf(content, 8).map((opset) => valuesOf(opset, 2))).toEqual([[17n]]);
}

describe.each(solvedRecipes)('the solved recipe $id', (recipe) => {
  it('gives the same parameters twice, one for each that its network takes', async () => {
    const { open } = await engines.wasm();
    const data = await recipe.data.load(dataFiles);
    const [first, second] = [await solveRecipe(recipe, data, open), await solveRecipe(recipe, data, open)];
    expect(first.parameters).toEqual(second.parameters);
    expect(Object.keys(first.parameters).sort()).toEqual(Object.keys(zeros(first.build(1))).sort());
  });

  it('decides nothing by the held-out examples', async () => {
    const { open } = await engines.wasm();
    const data = await recipe.data.load(dataFiles);
    const [blind, seeing] = [
      await solveRecipe(recipe, { ...data, heldOut: noExamples }, open),
      await solveRecipe(recipe, data, open),
    ];
    expect(blind.parameters).toEqual(seeing.parameters);
  });

  it('declares opset 17 and IR version 8 in each file', () => {
    const files = Object.keys(cardOf(recipe.id).files).filter((name) => name.endsWith('.onnx'));
    expect(files).toEqual(expect.arrayContaining(['model.onnx', 'forward.onnx']));
    for (const file of files) expectVersions(bytesOf(recipe.id, file));
  });
});

const solvedGraphs = new Map(
  await Promise.all(
    solvedRecipes.map(async (recipe) => {
      const { open } = await engines.wasm();
      const { build, steps = {} } = await solveRecipe(recipe, await recipe.data.load(dataFiles), open);
      return [recipe.id, { build, steps }] as const;
    }),
  ),
);
const graphsBehind = (recipe: AnyRecipe): Graphs =>
  isSolved(recipe) ? (solvedGraphs.get(recipe.id) as Graphs) : graphsOf(recipe);

/** Models that are there to show what does not work. */
const stuck = ['pretraining-none'];

describe.each(all.filter(({ id }) => shipped.includes(id)))('the shipped model $id', (recipe) => {
  const { id } = recipe;
  const card = cardOf(id);
  const { build, steps: stepGraphs } = graphsBehind(recipe);
  const { batch, parameters: own, outputs: answered } = build(1);
  const kept = isSolved(recipe) ? [] : recipe.history.parameters;
  const keepsAll = own.every(({ name }) => kept.includes(name));
  const readsPictures = recipe.data.folder !== undefined && 'probability' in answered;

  it('has a card whose list of files is the folder, byte for byte, and keeps the schemas', () => {
    expect(readdirSync(join(models, id)).sort()).toEqual([...Object.keys(card.files), 'card.json'].sort());
    expect(card.id).toBe(id);
    expect(historyOf(id).steps[0]).toBe(0);
  });

  if (card.reproducible === 'anywhere' && card.trainingSeconds < 30)
    it('comes out the same, byte for byte, when it is trained again on the WASM engine', async () => {
      const fresh = await trainModel(recipe, { engine: await engines.wasm(), dataFiles });
      expect(differences(join(models, id), fresh)).toEqual([]);
    });

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

  if (readsPictures)
    it('starts as undecided as ten equal classes: a loss of about ln 10', () => {
      const { curves } = historyOf(id);
      expect(curves.loss[0]).toBeGreaterThan(0.95 * Math.LN10);
      expect(curves.loss[0]).toBeLessThan(1.1 * Math.LN10);
      expect(curves['held-out accuracy'][0]).toBeLessThan(0.25);
      if (!stuck.includes(id)) expect(curves['held-out accuracy'].at(-1)).toBeGreaterThan(0.95 * atLeast[id]);
    });

  if (readsPictures && !stuck.includes(id))
    it('is as good as it must be on held-out examples, says its card', () => {
      expect(card.metrics['held-out accuracy']).toBeGreaterThanOrEqual(atLeast[id]);
    });

  it('ends its history near what the card measured on the whole training set', () => {
    const { curves } = historyOf(id);
    const [curve, metric] =
      'training accuracy' in curves ? ['training accuracy', 'training accuracy'] : ['loss', 'training loss'];
    const last = curves[curve].at(-1) as number;
    expect(Math.abs(last - card.metrics[metric])).toBeLessThan(0.03);
  });

  describe.each(['node', 'wasm'] as const)('on the %s engine', (engine) => {
    if (readsPictures)
      it('answers an empty picture with ten probabilities', async () => {
        const session = await sessions[engine](bytesOf(id, 'model.onnx'));
        const { shape } = batch[0];
        const { probability } = await session.run({
          x: session.upload(shape, new Float32Array(sizeOf(shape))),
        });
        const numbers = Array.from(await probability.read());
        expect(numbers).toHaveLength(sizeOf(answered.probability.shape));
        for (const one of numbers) expect(one).toBeGreaterThanOrEqual(0);
        // Some models answer several times, ten probabilities each.
        for (let first = 0; first < numbers.length; first += 10)
          expect(numbers.slice(first, first + 10).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 5);
        session.dispose();
      });

    it('takes any number of examples in model.onnx', async () => {
      const session = await sessions[engine](bytesOf(id, 'model.onnx'));
      for (const size of [1, 2, 3, 64]) {
        const { batch: many, outputs } = build(size);
        const { shape } = many[0];
        const answers = await session.run({
          x: session.upload(shape, new Float32Array(sizeOf(shape)).fill(0.25)),
        });
        expect(Object.keys(answers).sort()).toEqual(Object.keys(outputs).sort());
        for (const [name, value] of Object.entries(outputs)) expect(answers[name].shape).toEqual(value.shape);
      }
      session.dispose();
    });

    if (keepsAll)
      it('gives the answers of model.onnx from forward.onnx and the last recorded parameters', async () => {
        const { parameters } = historyOf(id);
        const examples = await trainingExamples(recipe, build);
        const { x, count } = slice(examples, 0, Math.min(examples.count, 100));
        const model = await sessions[engine](bytesOf(id, 'model.onnx'));
        const forward = await sessions[engine](bytesOf(id, 'forward.onnx'));
        const { shape } = build(count).batch[0];
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

    if (!isSolved(recipe))
      it('runs a step in step.onnx that carries the same parameters that forward.onnx takes', () => {
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
      });

    it.each(Object.keys(stepGraphs))('opens %s', async (file) => {
      await (await sessions[engine](bytesOf(id, file))).dispose();
    });
  });
});
