/** Every number in content/entries/ai-winter.mdx, computed by the trainer, by the shipped models or from the timeline. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { sigmoid } from '../../../src/graph/ops/index.ts';
import { input } from '../../../src/graph/value.ts';
import { modelCard, trainingHistory } from '../../../src/recipes/model-card.ts';
import xorMlp from '../../../src/recipes/xor-mlp.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { trainedState } from '../../../src/widgets/credit-assignment/figure.ts';
import { freshNetwork, points } from '../../../src/widgets/credit-assignment/network.ts';
import {
  type CreditSettings,
  momentOf,
  rightCount,
  type State,
} from '../../../src/widgets/credit-assignment/state.ts';
import type { Numbers } from '../../../src/widgets/kit/graph-runner.ts';
import { mostRight } from '../../../src/widgets/perceptron/splits.ts';
import { initialParameters, stepBatch } from '../../../src/widgets/relu/compute.ts';
import { events, winters } from '../../../src/widgets/timeline/events.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { cube, labellings, learn, tasks } from './learn.ts';

const root = join(import.meta.dirname, '../../..');
const read = (id: string, file: string) => readFileSync(join(root, 'models', id, file));

describe('one unit', () => {
  it.each([
    { bits: 2, functions: 16, count: 14 },
    { bits: 3, functions: 256, count: 104 },
  ])('computes $count of the $functions functions of $bits bits', ({ bits, functions, count }) => {
    const all = labellings(2 ** bits);
    const learned = all.filter((labels) => learn(cube(bits), labels).end === 'at rest');
    expect([all.length, learned.length]).toEqual([functions, count]);
  });
  it('has three points of XOR right at best, as with the weights the figure begins with', () => {
    const corners = cube(2);
    expect(mostRight(corners as [number, number][], tasks.xor)).toBe(3);
    const right = corners.filter(([a, b], i) => Math.sign(a + b - 0.5) === tasks.xor[i]);
    expect(right).toHaveLength(3);
  });
  it('makes four mistakes in every pass through XOR and is back at zero after each', () => {
    expect(learn(cube(2), tasks.xor)).toEqual({ end: 'cycles', weights: [0, 0, 0], mistakes: 4, passes: 1 });
  });
  it('never comes to rest from the weights the figure begins with, and leaves three points right at once', () => {
    const start = [-0.5, 1, 1];
    expect(learn(cube(2), tasks.xor, { start }).end).toBe('cycles');
    const [, ...weights] = learn(cube(2), tasks.xor, { start, passes: 1 }).weights;
    expect(weights).not.toEqual([1, 1]);
  });
});

describe('blame', () => {
  const at = (change: Partial<CreditSettings>) => trainedState({ seed: 1, rate: 0.5, steps: 300, ...change });
  const losses = (state: State) => {
    const moment = momentOf(state);
    return [moment?.output.loss.toFixed(3), moment?.all.loss.toFixed(3)];
  };

  it('has the two formulas of the entry', () => {
    const { parameters, measures, batch } = xorMlp.build(1);
    const fed: Numbers = { ...freshNetwork(3), x: Float32Array.of(1, 1), target: Float32Array.of(0) };
    const [w, v] = [fed['hidden.weights'], fed['output.weights']];
    const h = [0, 1].map((j) => Math.tanh(w[j] + w[2 + j]));
    const p = 1 / (1 + Math.exp(-(h[0] * v[0] + h[1] * v[1])));
    const slopes = gradients(measures.loss, parameters).map((slope) => numbersOf(slope, fed));
    expect(batch.map(({ name }) => name)).toEqual(['x', 'target']);
    for (const j of [0, 1]) {
      expect(slopes[2][j]).toBeCloseTo(p * h[j], 6);
      for (const i of [0, 1]) expect(slopes[0][2 * i + j]).toBeCloseTo((1 - h[j] ** 2) * v[j] * p, 6);
    }
  });
  it('has the losses of the table', async () => {
    expect(losses(await at({ steps: 0 }))).toEqual(['0.700', '0.700']);
    expect(losses(await at({ steps: 100 }))).toEqual(['0.676', '0.173']);
    expect(losses(await at({ steps: 300 }))).toEqual(['0.675', '0.030']);
    expect(Math.LN2.toFixed(3)).toBe('0.693');
  });
  it('teaches XOR from four of twelve seeds, the output unit alone from none; the others end near 0.35', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, (_, i) => at({ seed: i + 1, steps: 400 })));
    const learned = (name: 'output' | 'all') =>
      all.filter((one) => rightCount(one, name, points.target) === 4);
    expect([learned('output').length, learned('all').length]).toEqual([0, 4]);
    const stuck = all
      .filter((one) => !learned('all').includes(one))
      .map((one) => momentOf(one)?.all.loss ?? 0);
    expect(stuck).toHaveLength(8);
    for (const loss of stuck) expect(Math.abs(loss - 0.355)).toBeLessThan(0.01);
  });
});

describe('the twelve layers of sigmoids', () => {
  let norms: Float32Array;
  beforeAll(async () => {
    const session = await createSession(new Uint8Array(read('deep-sigmoid', 'step.onnx')));
    const feeds = Object.entries({ ...stepBatch(0.1), ...initialParameters('sigmoid', 'own', 1) });
    const outputs = await session.run(
      Object.fromEntries(feeds.map(([name, { shape, data }]) => [name, session.upload(shape, data)])),
    );
    norms = Float32Array.from((await outputs['gradient.norm'].read()) as Float32Array);
    session.dispose();
  });

  it('have a first gradient of 3.5e-9 and a last of 0.038, millions of times as long', () => {
    expect([norms[0].toPrecision(2), norms[11].toPrecision(2)]).toEqual(['3.5e-9', '0.038']);
    expect(norms[11] / norms[0]).toBeGreaterThan(2e6);
    expect(norms).toHaveLength(12);
  });
  it('have slopes of a quarter at most, of which eleven are 2.4e-7', () => {
    const z = input('z', []);
    const slopes = [-3, -1, 0, 1, 3].map(
      (value) => numbersOf(gradients(sigmoid(z), [z])[0], { z: [value] })[0],
    );
    expect(Math.max(...slopes)).toBe(0.25);
    expect((0.25 ** 11).toPrecision(2)).toBe('2.4e-7');
  });
  it('leave all 16 weights of the first as they were in 1,000 steps at 0.1, and end at chance', () => {
    const { parameters } = trainingHistory.parse(JSON.parse(String(read('deep-sigmoid', 'history.json'))));
    const { values } = parameters['layer1.weights'];
    expect(values[0]).toHaveLength(16);
    expect(values[values.length - 1]).toEqual(values[0]);
    const { metrics, hyperparameters } = modelCard.parse(
      JSON.parse(String(read('deep-sigmoid', 'card.json'))),
    );
    expect(hyperparameters).toMatchObject({ steps: 1000, 'learning rate': 0.1 });
    expect(metrics['held-out accuracy']).toBe(0.5);
  });
});

describe('the history', () => {
  const text = readFileSync(join(root, 'content/entries/ai-winter.mdx'), 'utf8');
  const dateOf = (id: string) => events.find((one) => one.id === id)?.date;

  it('gives the winters the years of the timeline, usual and widest', () => {
    const rows = winters.map(({ from, to, earliest, latest }) => `| ${from}–${to} | ${earliest}–${latest} |`);
    expect(rows).toEqual(['| 1974–1980 | 1966–1980 |', '| 1987–1993 | 1987–2007 |']);
    for (const row of rows) expect(text).toContain(row);
  });
  it.each([
    ['prediction', '1958-01'],
    ['navy-device', '1958-07-08'],
    ['alchemy', '1965-12'],
    ['alpac', '1966'],
    ['perceptrons', '1969'],
    ['mansfield', '1969-11-19'],
    ['lighthill', '1973'],
    ['speech-understanding', '1976'],
    ['fifth-generation', '1982-04'],
    ['dark-ages', '1984-08'],
    ['lisp-machines', '1987'],
    ['strategic-computing-ends', '1993'],
    ['backpropagation', '1986-10-09'],
    ['vanishing', '1991'],
    ['minsky-steps', '1961-01'],
    ['alexnet', '2012'],
  ])('dates %s as the timeline does, to %s', (id, date) => {
    expect(dateOf(id)).toBe(date);
    expect(text).toContain(date.slice(0, 4));
  });
  it('links to events and lanes that there are', () => {
    const links = [...text.matchAll(/timeline\.event=([a-z-]+)&timeline\.shown=([a-z]+)/g)];
    expect(links).toHaveLength(3);
    for (const [, id, lane] of links) {
      expect(dateOf(id)).toBeDefined();
      expect(['ideas', 'systems', 'money', 'verdicts']).toContain(lane);
    }
  });
});
