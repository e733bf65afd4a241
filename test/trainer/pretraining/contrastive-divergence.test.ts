import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate, type Feeds } from '../../../src/graph/evaluate.ts';
import { reduceMean, sub } from '../../../src/graph/ops/index.ts';
import { sizeOf } from '../../../src/graph/shape.ts';
import { constant, type StepGraph } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { boltzmannMachine, freeEnergy } from '../../../src/trainer/pretraining/boltzmann-machine.ts';
import { contrastiveDivergence } from '../../../src/trainer/pretraining/contrastive-divergence.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';
import { likelihoodGradient, numbers } from './tiny-machine.ts';

const names = ['weights', 'visibleBias', 'hiddenBias'] as const;
const data = [
  [1, 1, 0],
  [1, 0, 0],
  [0, 1, 1],
  [1, 1, 0],
];

/** A uniform number for every drawn unit. */
const uniformsFor = (step: StepGraph, seed: number): Record<string, Float32Array> => {
  const { uniform } = random(seed);
  return Object.fromEntries(
    step.inputs
      .filter(({ name }) => name.includes('Uniforms'))
      .map(({ name, shape }) => [name, Float32Array.from({ length: sizeOf(shape) }, uniform)]),
  );
};

/** The mean push of CD-k on the data, each example repeated to average the draws out. */
async function meanPush(sweeps: number): Promise<number[]> {
  const repeats = 6000;
  const batchSize = repeats * data.length;
  const step = contrastiveDivergence(3, 2, { batchSize, sweeps });
  const session = await createSession(encodeModel(step));
  const feeds: Record<string, Float32Array> = {
    ...uniformsFor(step, 11),
    x: Float32Array.from(Array.from({ length: repeats }, () => data.flat()).flat()),
    learningRate: Float32Array.of(1),
  };
  for (const name of names) feeds[name] = Float32Array.from(numbers[name]);
  const outputs = await session.run(
    Object.fromEntries(step.inputs.map(({ name, shape }) => [name, session.upload(shape, feeds[name])])),
  );
  const push: number[] = [];
  for (const name of names)
    (await outputs[`${name}.next`].read()).forEach((next, i) => {
      push.push(next - numbers[name][i]);
    });
  session.dispose();
  return push;
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, i) => sum + one * b[i], 0);
const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((one, i) => one - b[i]));

describe('contrastiveDivergence against the exact gradient of the likelihood, all states counted', () => {
  const exact = likelihoodGradient(data);

  it('of one sweep points the same way within 60°, but is biased', async () => {
    const push = await meanPush(1);
    expect(dot(push, exact) / Math.hypot(...push) / Math.hypot(...exact)).toBeGreaterThan(0.5);
    expect(distance(push, exact)).toBeGreaterThan(0.1);
  });
  it('of thirty sweeps is that gradient, up to the noise of 24,000 draws', async () =>
    // Six standard deviations of a mean of products in 0 … 1: 6 · 0.5 / √24,000 = 0.019
    expect(await meanPush(30)).toBeCloseToTensor(exact, 0.019));
});

describe('one step of contrastiveDivergence', () => {
  const step = contrastiveDivergence(3, 2, { batchSize: 4 });
  const feeds: Feeds = { ...uniformsFor(step, 2), x: data.flat(), learningRate: [0.5], ...numbers };

  it('goes down the slope of the free energy of the data less that of the drawn reconstruction', () => {
    const machine = boltzmannMachine(3, 2);
    const drawn = evaluate(step, feeds).reconstruction.data.map((p, i) =>
      feeds['visibleUniforms.1'][i] < p ? 1 : 0,
    );
    const [x, v1] = [data.flat(), [...drawn]].map((rows) => constant(rows, 'float32', [4, 3]));
    const objective = reduceMean(sub(freeEnergy(x, machine), freeEnergy(v1, machine)));
    const slopes = gradients(objective, [machine.weights, machine.visibleBias, machine.hiddenBias]);
    names.forEach((name, k) => {
      const slope = numbersOf(slopes[k], numbers);
      const expected = numbers[name].map((one, i) => one - 0.5 * slope[i]);
      expect(evaluate(step, feeds)[`${name}.next`].data).toBeCloseToTensor(expected, 1e-12);
    });
  });
  it('reports the squared error of the reconstruction, summed over units and averaged over examples', () => {
    const { loss, reconstruction } = evaluate(step, feeds);
    const squares = reconstruction.data.map((p, i) => (p - data.flat()[i]) ** 2);
    expect(loss.data[0]).toBeCloseTo(squares.reduce((a, b) => a + b) / 4, 12);
  });
  it('draws nothing itself: the same uniform numbers give the same step, others another', () => {
    const next = (seed: number) =>
      evaluate(step, { ...feeds, ...uniformsFor(step, seed) })['weights.next'].data;
    expect(next(2)).toEqual(next(2));
    expect(next(3)).not.toEqual(next(2));
  });
  it('gives what onnxruntime gives', async () => {
    const session = await createSession(encodeModel(step));
    const rounded = Object.fromEntries(
      Object.entries(feeds).map(([name, list]) => [name, Float32Array.from(list)]),
    );
    const outputs = await session.run(
      Object.fromEntries(step.inputs.map(({ name, shape }) => [name, session.upload(shape, rounded[name])])),
    );
    const expected = evaluate(step, rounded);
    for (const [name, tensor] of Object.entries(outputs))
      expect(await tensor.read()).toBeCloseToTensor(expected[name].data, 2e-6);
    session.dispose();
  });
  it('refuses to make no sweep', () =>
    expect(() => contrastiveDivergence(3, 2, { batchSize: 4, sweeps: 0 })).toThrow(
      new RangeError('contrastiveDivergence: takes 1 sweep or more, got 0'),
    ));
});
