/** Every number in content/entries/relu.mdx, computed by the operators and by the shipped training steps. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { leakyRelu, reduceSum, relu, sigmoid, softplus, tanh } from '../../../src/graph/ops/index.ts';
import { graph, input, type Value } from '../../../src/graph/value.ts';
import { modelCard, trainingHistory } from '../../../src/recipes/model-card.ts';
import { he } from '../../../src/trainer/initializers/he.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { xavier } from '../../../src/trainer/initializers/xavier.ts';
import { maxPooling } from '../../../src/trainer/layers/max-pooling.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { activations, networkNames, networks } from '../../../src/widgets/relu/activations.ts';
import { startCourse } from '../../../src/widgets/relu/compute.ts';
import { reluModel } from '../../../src/widgets/relu/model.ts';
import { type ReluSettings, silentUnits } from '../../../src/widgets/relu/state.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { wasmEngine } from '../../widgets/relu/wasm-engine.ts';

const engine = wasmEngine();
afterAll(() => engine.dispose());

const read = (id: string, file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../models', id, file), 'utf8'));

/** Frames of all four networks: before the first step, before the second, and so on. */
const course = (change: Partial<ReluSettings>, steps: number) =>
  startCourse(engine, { ...startSettings(reluModel), ...change }).advance(steps);

const slopeAt = (f: (z: Value) => Value, at: number): number => {
  const z = input('z', []);
  return numbersOf(gradients(f(z), [z])[0], { z: [at] })[0];
};

describe('the derivatives', () => {
  it('of ReLU are 1 above 0, 0 below and 0 by convention at 0', () => {
    expect([3, 1e-6, 0, -1e-6, -3].map((z) => slopeAt(relu, z))).toEqual([1, 1, 0, 0, 0]);
  });
  it('of the sigmoid are at most a quarter, and 0.0066 at 5; of tanh 1 at 0 and 0.071 at 2', () => {
    const grid = Array.from({ length: 81 }, (_, i) => (i - 40) / 4);
    expect(Math.max(...grid.map((z) => slopeAt(sigmoid, z)))).toBe(0.25);
    expect(slopeAt(sigmoid, 5)).toBeCloseTo(0.0066, 4);
    expect(Math.max(...grid.map((z) => slopeAt(tanh, z)))).toBe(1);
    expect(slopeAt(tanh, 2)).toBeCloseTo(0.071, 3);
    expect(0.25 ** 11).toBeCloseTo(2.4e-7, 8);
    expect(0.25 ** 11).toBeLessThan(1e-6);
  });
  it('of softplus are the sigmoid', () => {
    for (const z of [-3, -0.5, 0, 0.5, 3])
      expect(slopeAt(softplus, z)).toBeCloseTo(numbersOf(sigmoid(input('z', [])), { z: [z] })[0], 9);
  });
});

describe('the four networks of twelve layers, before training', () => {
  it('have the lengths of gradients and the losses of the table', async () => {
    const [frame] = await course({}, 1);
    const rounded = networkNames.map((name) => {
      const report = frame[name];
      return [report?.norms[0], report?.norms[11], report?.loss].map((one) => Number(one?.toPrecision(2)));
    });
    expect(rounded).toEqual([
      [3.5e-9, 0.038, 0.69],
      [0.017, 0.0064, 0.69],
      [0.015, 0.0032, 0.69],
      [0.014, 0.002, 0.69],
    ]);
    expect(networkNames.map((name) => frame[name]?.loss.toFixed(3))).toEqual([
      '0.694',
      '0.695',
      '0.689',
      '0.689',
    ]);
    const sigmoidNorms = frame.sigmoid?.norms ?? [];
    expect(sigmoidNorms[11] / sigmoidNorms[0] / 1e6).toBeCloseTo(10.9, 1);
    expect(frame.relu && silentUnits(frame.relu)).toBe(19);
  });

  it('have first gradients 28 times as long with ReLU, and 8.4e-8 long with the sigmoid, if He replaces Xavier', async () => {
    const [withXavier] = await course({ initial: 'xavier' }, 1);
    const [withHe] = await course({ initial: 'he' }, 1);
    expect((withHe.relu?.norms[0] ?? 0) / (withXavier.relu?.norms[0] ?? 0)).toBeCloseTo(28.2, 1);
    expect(withHe.sigmoid?.norms[0]).toBeCloseTo(8.4e-8, 9);
  });

  it('have no sum of exactly 0: the derivative of ReLU there changes no number', async () => {
    const [usual, one] = [(await course({}, 1))[0], (await course({ zero: 1 }, 1))[0]];
    expect(one.relu?.norms).toEqual(usual.relu?.norms);
  });
});

describe('the shipped networks, after 1,000 steps', () => {
  it.each([
    { name: 'sigmoid', loss: '0.6931', heldOut: 0.5 },
    { name: 'tanh', loss: '0.2389', heldOut: 0.895 },
    { name: 'relu', loss: '0.0001', heldOut: 1 },
    { name: 'leaky', loss: '0.0002', heldOut: 1 },
  ] as const)(
    '$name has a loss of $loss and $heldOut of the held-out points right',
    ({ name, loss, heldOut }) => {
      const { metrics, hyperparameters } = modelCard.parse(read(networks[name].model, 'card.json'));
      expect(metrics['training loss'].toFixed(4)).toBe(loss);
      expect(metrics['held-out accuracy']).toBe(heldOut);
      expect(hyperparameters).toMatchObject({ steps: 1000, 'learning rate': 0.1 });
    },
  );

  it('the sigmoid network stands at ln 2 and none of its 16 first weights has changed; those of the others have', () => {
    const moved = networkNames.map((name) => {
      const { parameters } = trainingHistory.parse(read(networks[name].model, 'history.json'));
      const { values } = parameters['layer1.weights'];
      return values[0].filter((one, i) => one !== values[values.length - 1][i]).length;
    });
    expect(moved).toEqual([0, 16, 16, 16]);
    expect(Math.LN2.toFixed(3)).toBe('0.693');
  });

  it('21 of the 88 units of the ReLU network are silent on every point, none of the others', async () => {
    const last = (await course({}, 1001))[1000];
    expect(networkNames.map((name) => last[name] && silentUnits(last[name]))).toEqual([0, 0, 21, 0]);
    expect(last.relu?.largest).toHaveLength(88);
  });

  it('with a learning rate of 1 the ReLU network has lost every gradient after 300 steps, and its loss is 0.693', async () => {
    const last = (await course({ rate: 1 }, 301))[300];
    expect(last.relu?.norms.every((one) => one === 0)).toBe(true);
    expect(last.relu?.loss.toFixed(3)).toBe('0.693');
  });
});

describe('the rest', () => {
  it('the weights of He have twice the variance of those of Xavier where a layer is as wide as its inputs', () => {
    const [a, b] = [he([8, 8], random(1)), xavier([8, 8], random(1))];
    a.forEach((one, i) => {
      expect((one / b[i]) ** 2).toBeCloseTo(2, 5);
    });
  });

  it('a half adder with zero biases has hidden sums of exactly 0 for the input (0, 0), where the convention shows', () => {
    const bias = input('bias', [1, 3]);
    const gradientAt = (atZero: 0 | 1) => {
      const f = activations.relu.of(bias, { atZero, leak: 0.01 });
      return numbersOf(gradients(reduceSum(f), [bias])[0], { bias: [0, 0, 0] });
    };
    expect(gradientAt(0)).toEqual([0, 0, 0]);
    expect(gradientAt(1)).toEqual([1, 1, 1]);
  });

  it('ReLU after max pooling gives the same as before it', () => {
    const z = input('z', [1, 1, 4, 4]);
    const { uniform } = random(4);
    const numbers = Array.from({ length: 16 }, () => 2 * uniform() - 1);
    const pooled = (one: Value) => maxPooling(one, { size: 2, stride: 2 });
    const both = graph('test', { after: relu(pooled(z)), before: pooled(relu(z)) });
    const { after, before } = evaluate(both, { z: numbers });
    expect(after.data).toEqual(before.data);
  });

  it('leaky ReLU has the slope 0.01 unless told otherwise', () => {
    expect(slopeAt((z) => leakyRelu(z), -2)).toBe(0.01);
  });
});
