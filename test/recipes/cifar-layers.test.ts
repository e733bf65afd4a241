/** The trained network opened up, and climbed, against the model that is shipped. */

import { afterAll, describe, expect, it } from 'vitest';
import { drawings } from '../../src/datasets/drawings/index.ts';
import { rasterise } from '../../src/datasets/drawings/rasterise.ts';
import { evaluate } from '../../src/graph/evaluate.ts';
import { cifarColour } from '../../src/recipes/cifar-10.ts';
import { jitter, noise, shiftKernel } from '../../src/recipes/cifar-ascent.ts';
import { ascentStep } from '../../src/recipes/cifar-ascent-step.ts';
import { cifarClasses, cifarLayers, inspectedCifarNet } from '../../src/recipes/cifar-layers.ts';
import { createSession } from '../../src/runtime/wasm.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { frozen, modelFile, trainedParameters } from '../support/trained-cifar-net.ts';

type Numbers = Readonly<Record<string, Float32Array>>;

async function run(file: Uint8Array, feeds: Readonly<Record<string, readonly [number[], Float32Array]>>) {
  const session = await createSession(file);
  const fed = Object.entries(feeds).map(
    ([name, [shape, data]]) => [name, session.upload(shape, data)] as const,
  );
  const outputs = await session.run(Object.fromEntries(fed));
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(outputs))
    numbers[name] = Float32Array.from((await tensor.read()) as Float32Array);
  session.dispose();
  return numbers as Numbers;
}

const picture = [1, 3, 32, 32];
const cat = rasterise(drawings.cat);
const oneHot = (index: number) => Float32Array.from({ length: 10 }, (_, i) => (i === index ? 1 : 0));

describe('the layers of the trained network', () => {
  it('are sixteen steps from pixels to probability, with the shapes of the card', () =>
    expect(
      Object.fromEntries(Object.entries(cifarLayers()).map(([name, { shape }]) => [name, shape.slice(1)])),
    ).toEqual({
      pixels: [3, 32, 32],
      'conv1.convolution': [32, 32, 32],
      'conv1.pooling': [32, 15, 15],
      'conv1.relu': [32, 15, 15],
      'conv1.normalization': [32, 15, 15],
      'conv2.convolution': [64, 15, 15],
      'conv2.pooling': [64, 7, 7],
      'conv2.relu': [64, 7, 7],
      'conv2.normalization': [64, 7, 7],
      'conv3.convolution': [96, 7, 7],
      'conv3.relu': [96, 7, 7],
      'conv4.convolution': [96, 7, 7],
      'conv4.pooling': [96, 3, 3],
      'conv4.relu': [96, 3, 3],
      'hidden.sum': [256],
      'hidden.relu': [256],
      'output.sum': [10],
      probability: [10],
    }));

  it('lead to the probabilities of the shipped model, number for number', async () => {
    const opened = await run(frozen(inspectedCifarNet()), { x: [picture, cat] });
    const shipped = await run(modelFile('cifar-net', 'model.onnx'), { x: [picture, cat] });
    expect(opened.probability).toEqual(shipped.probability);
  });

  it('answer as the definitions of their operators do', async () => {
    const graph = inspectedCifarNet();
    const opened = await run(frozen(graph), { x: [picture, cat] });
    const exact = evaluate(graph, { x: cat, ...trainedParameters(graph) });
    for (const name of ['conv1.normalization', 'conv4.relu', 'output.sum', 'probability'])
      opened[name].forEach((value, i) => {
        expect(Math.abs(value - exact[name].data[i])).toBeLessThan(1e-4);
      });
  });
});

describe('a step of gradient ascent', () => {
  const step = ascentStep();
  const session = createSession(frozen(step));
  afterAll(async () => (await session).dispose());

  interface Settings {
    readonly target?: number;
    readonly shift?: Float32Array;
    readonly stepSize?: number;
    readonly decay?: number;
    readonly blur?: number;
  }
  async function climb(x: Float32Array, settings: Settings = {}): Promise<Numbers> {
    const { target = 8, shift = shiftKernel(0, 0), stepSize = 0, decay = 0, blur = 0 } = settings;
    const open = await session;
    const scalar = (value: number) => open.upload([], Float32Array.of(value));
    const outputs = await open.run({
      x: open.upload(picture, x),
      target: open.upload([1, 10], oneHot(target)),
      shift: open.upload([3, 1, 5, 5], shift),
      stepSize: scalar(stepSize),
      decay: scalar(decay),
      blur: scalar(blur),
    });
    const numbers: Record<string, Float32Array> = {};
    for (const [name, tensor] of Object.entries(outputs))
      numbers[name] = Float32Array.from((await tensor.read()) as Float32Array);
    return numbers;
  }

  it('climbs along the gradient that central differences measure', () => {
    // Noise: where neighbouring answers are equal, max pooling has a corner and no derivative.
    const x = noise(random(4), 0.15);
    const feeds = { target: oneHot(8), shift: shiftKernel(1, -2), ...trainedParameters(step) };
    const { score, gradient } = step.outputs;
    const both = { ...step, outputs: { score, gradient } };
    const draw = random(3);
    const direction = Float64Array.from(x, () => draw.normal());
    const along = evaluate(both, { ...feeds, x }).gradient.data;
    const scoreAt = (distance: number) =>
      evaluate(
        { ...step, outputs: { score } },
        { ...feeds, x: Float64Array.from(x, (value, i) => value + distance * direction[i]) },
      ).score.data[0];
    const expected = along.reduce((total, one, i) => total + one * direction[i], 0);
    expect(Math.abs(expected)).toBeGreaterThan(0.1);
    expect((scoreAt(1e-6) - scoreAt(-1e-6)) / 2e-6 / expected).toBeCloseTo(1, 5);
  });

  it('changes nothing at step size 0 without decay and blur', async () => {
    const { 'x.next': next } = await climb(cat);
    for (let i = 0; i < next.length; i++) expect(next[i]).toBeCloseTo(cat[i], 6);
  });

  it('takes every colour towards the mean by the decay', async () => {
    const { 'x.next': next } = await climb(cat, { decay: 0.25 });
    const [mean] = cifarColour.mean;
    expect(next[40]).toBeCloseTo(mean + 0.75 * (cat[40] - mean), 6);
  });

  it('mixes a picture with its blurred self', async () => {
    const dot = Float32Array.from({ length: 3072 }, (_, i) => cifarColour.mean[Math.floor(i / 1024)]);
    dot[16 * 32 + 16] += 0.4;
    const { 'x.next': next } = await climb(dot, { blur: 0.5 });
    const red = (row: number, column: number) => next[row * 32 + column] - cifarColour.mean[0];
    // Half of the dot stays; of the other half a quarter stays, an eighth and a sixteenth go to neighbours.
    expect(red(16, 16)).toBeCloseTo(0.4 * (0.5 + 0.5 / 4), 6);
    expect(red(16, 17)).toBeCloseTo(0.4 * (0.5 / 8), 6);
    expect(red(15, 15)).toBeCloseTo(0.4 * (0.5 / 16), 6);
  });

  it('moves pixels by the step size on average, and never out of 0 … 1', async () => {
    const before = noise(random(1), 0.05);
    const { 'x.next': next } = await climb(before, { stepSize: 0.02 });
    const squares = next.reduce((total, value, i) => total + (value - before[i]) ** 2, 0);
    expect(Math.sqrt(squares / next.length)).toBeCloseTo(0.02, 4);
    const { 'x.next': far } = await climb(before, { stepSize: 5 });
    expect([Math.min(...far), Math.max(...far)]).toEqual([0, 1]);
  });

  it('looks at the picture moved down and right by the shift', async () => {
    const moved = new Float32Array(cat.length);
    for (let channel = 0; channel < 3; channel++)
      for (let row = 0; row < 32; row++)
        for (let column = 0; column < 32; column++) {
          const [from, left] = [row - 1, column + 2];
          moved[channel * 1024 + row * 32 + column] =
            from >= 0 && left < 32 ? cat[channel * 1024 + from * 32 + left] : cifarColour.mean[channel];
        }
    const [shifted] = (await climb(cat, { target: 3, shift: shiftKernel(1, -2) })).score;
    const [plain] = (await climb(cat, { target: 3 })).score;
    const [already] = (await climb(moved, { target: 3 })).score;
    expect(shifted).toBeCloseTo(already, 4);
    expect(Math.abs(shifted - plain)).toBeGreaterThan(0.01);
  });

  it('from grey, a hundred steps turn an unsure network into one that is sure of a ship', async () => {
    const draw = random(5);
    let x = noise(random(1), 0.02);
    const probabilities: number[] = [];
    for (let i = 0; i <= 100; i++) {
      const next = await climb(x, { shift: jitter(draw, 2), stepSize: 0.03, decay: 0.01, blur: 0.1 });
      probabilities.push(next.probability[8]);
      x = next['x.next'];
    }
    expect(probabilities[0]).toBeLessThan(0.1);
    expect(probabilities[100]).toBeGreaterThan(0.999);
  });
});

describe('the ten drawings', () => {
  it('are all named rightly by the network; the cat is the least certain', async () => {
    const x = Float32Array.from(Object.values(drawings).flatMap((one) => [...rasterise(one)]));
    const { probability } = await run(modelFile('cifar-net', 'model.onnx'), { x: [[10, 3, 32, 32], x] });
    const rows = Object.values(drawings).map(({ shows }, i) => ({
      shows,
      right: probability[i * 10 + cifarClasses.indexOf(shows as (typeof cifarClasses)[number])],
      highest: Math.max(...probability.subarray(i * 10, i * 10 + 10)),
    }));
    expect(rows.filter(({ right, highest }) => right !== highest)).toEqual([]);
    expect(rows.toSorted((a, b) => a.right - b.right)[0].shows).toBe('cat');
  });
});
