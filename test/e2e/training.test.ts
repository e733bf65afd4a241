/** Training in a reader's browser: a step graph encoded in the page, run many times in the worker. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceSession } from '../../src/graph/session.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { runSteps } from '../../src/runtime/web-steps.ts';
import { adam } from '../../src/trainer/optimizers/adam.ts';
import { trainingStep } from '../../src/trainer/step.ts';
import { batch, initial, loss, parameters, targets, x } from '../support/classifier.ts';
import '../support/close-to.ts';
import { type OpenPage, openEnginePage } from './engine-page/open.ts';

const step = trainingStep({ name: 'step', batch: [x, targets], parameters, loss, optimizer: adam() });
const carried = step.carried.map(({ from, to }) => ({ from: from.name, to }));
const inputs = step.carried.map(({ from: { name, shape } }) => {
  const size = shape.reduce((product, length) => product * length, 1);
  return { name, shape, data: [...(initial[name] ?? new Float32Array(size))] };
});
const model = [...encodeModel(step)];
const fed = { x: [...batch.x], targets: [...batch.targets] };
const shapes = { x: x.shape, targets: targets.shape };

/** Two figures at once, the second of which asks for its steps while the first is under way. */
const trainTwo = ({ page, runtime }: OpenPage, wanted: 'webgpu' | 'wasm', learningRates: readonly number[]) =>
  page.evaluate(
    async (asked) => {
      const named = (numbers: Readonly<Record<string, Float32Array>>) =>
        Object.fromEntries(Object.entries(numbers).map(([name, data]) => [name, [...data]]));
      const course = async () => {
        const engine = globalThis.enginePage.engine(asked.runtime);
        engine.add('mine', Uint8Array.from(asked.model));
        await engine.use(asked.wanted);
        const floats = (data: readonly number[]) => Float32Array.from(data);
        const { state, kept, diverged } = await engine.runSteps('mine', 'graph.onnx', {
          state: Object.fromEntries(
            asked.inputs.map(({ name, shape, data }) => [name, { shape, data: floats(data) }]),
          ),
          carried: asked.carried,
          batches: asked.learningRates.map((rate) => ({
            x: { shape: asked.shapes.x, data: floats(asked.fed.x) },
            targets: { shape: asked.shapes.targets, data: floats(asked.fed.targets) },
            learningRate: { shape: [], data: floats([rate]) },
          })),
          keep: ['loss'],
        });
        engine.dispose();
        const { provider, reason } = engine.facts;
        return { provider, reason, state: named(state), losses: kept.map((one) => one.loss[0]), diverged };
      };
      return Promise.all([course(), course()]);
    },
    { runtime, wanted, learningRates, model, inputs, carried, fed, shapes },
  );

describe.each(['wasm', 'webgpu'] as const)('training on %s', (kind) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await openEnginePage(kind);
  });
  afterAll(() => opened.close());

  it('makes the steps of the definitions, for two figures at once, in one worker', async () => {
    const rates = new Array<number>(12).fill(0.05);
    const expected = await runSteps(referenceSession(step), {
      state: Object.fromEntries(
        inputs.map(({ name, shape, data }) => [name, { shape, data: Float32Array.from(data) }]),
      ),
      carried,
      batches: rates.map((rate) => ({
        x: { shape: x.shape, data: batch.x },
        targets: { shape: targets.shape, data: batch.targets },
        learningRate: { shape: [], data: Float32Array.of(rate) },
      })),
      keep: ['loss'],
    });
    for (const found of await trainTwo(opened, kind, rates)) {
      expect(found).toMatchObject({ provider: kind, reason: null, diverged: null });
      expect(found.losses).toBeCloseToTensor(
        expected.kept.map((one) => one.loss[0]),
        1e-4,
      );
      expect(Object.keys(found.state)).toEqual(Object.keys(expected.state));
      for (const [name, data] of Object.entries(expected.state))
        expect(found.state[name], name).toBeCloseToTensor(data, 1e-3);
    }
    expect(opened.page.workers()).toHaveLength(1);
    expect(opened.problems).toEqual([]);
  });

  it('ends where the loss is no longer a number', async () => {
    const [found] = await trainTwo(opened, kind, [0.05, Number.POSITIVE_INFINITY, 0.05, 0.05]);
    expect(found.diverged).toMatchObject({ step: 2, output: 'loss' });
    expect(found.losses).toHaveLength(3);
  });
});
