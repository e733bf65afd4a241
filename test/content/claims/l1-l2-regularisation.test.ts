/** Every number in content/entries/l1-l2-regularisation.mdx, from cards, weights and the trainer's own steps. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { input } from '../../../src/graph/value.ts';
import {
  coupledWeightDecay,
  decoupledWeightDecay,
  optimizers,
  softThreshold,
} from '../../../src/trainer/optimizers/index.ts';
import { weightsIn } from '../../../src/widgets/l1-l2-regularisation/figure.ts';
import { countOf, methods, weightsOf } from '../../../src/widgets/l1-l2-regularisation/state.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { path } from '../../trainer/optimizers/descend.ts';

const file = (id: string, name: string) =>
  readFileSync(join(import.meta.dirname, '../../../models', id, name));
const metricsOf = (id: string) => JSON.parse(file(id, 'card.json').toString()).metrics;

describe('the regressions at λ = 0.003', () => {
  it.each([
    ['proximal', 4893, 13, 0.919, 0.838],
    ['subgradient', 0, 4906, 0.919, 0.838],
    ['l2', 0, 533, 0.963, 0.866],
  ] as const)(
    '%s: zeros, near-zeros and accuracies are those of the table',
    (name, zero, near, training, heldOut) => {
      const { model, list } = methods[name];
      const weights = weightsIn(file(model, 'model.onnx'));
      expect(list[3]).toBe(0.003);
      expect(countOf(weights, 3)).toEqual({ inked: 6090, zero, near });
      expect(weightsOf(weights, 3)).toHaveLength(7840);
      const metrics = metricsOf(model);
      expect(metrics['training accuracy at 0.003']).toBeCloseTo(training, 3);
      expect(metrics['held-out accuracy at 0.003']).toBeCloseTo(heldOut, 3);
    },
  );
  it('have 96.7 % and 86.6 % right without a penalty, and no strength gains more than 0.1 points', () => {
    for (const { model, list } of Object.values(methods)) {
      const metrics = metricsOf(model);
      expect(metrics['training accuracy at 0']).toBeCloseTo(0.967, 4);
      expect(Math.abs(metrics['held-out accuracy at 0'] - 0.866)).toBeLessThan(0.0005);
      for (const own of list)
        expect(metrics[`held-out accuracy at ${own}`] - metrics['held-out accuracy at 0']).toBeLessThan(
          0.001,
        );
    }
  });
  it('lose 2,219 weights to L1 at 0.0003 at the same accuracy', () => {
    const { model } = methods.proximal;
    expect(countOf(weightsIn(file(model, 'model.onnx')), 1).zero).toBe(2219);
    const metrics = metricsOf(model);
    expect(Math.abs(metrics['held-out accuracy at 0.0003'] - metrics['held-out accuracy at 0'])).toBeLessThan(
      0.0005,
    );
  });
});

describe('single weights', () => {
  it('under ridge and lasso at λ = 0.5', () => {
    expect([3, 0.3].map((z) => z / 1.5)).toEqual([2, expect.closeTo(0.2, 12)]);
    const kept = numbersOf(softThreshold(input('z', [2]), 0.5), { z: [3, 0.3] });
    expect(Array.from(kept)).toEqual([2.5, 0]);
  });
  it('hop over zero under the subgradient', () => {
    const way = [0.32];
    for (let i = 0; i < 10; i++) way.push(way[i] - 0.05 * Math.sign(way[i]));
    expect(way.slice(6).map((w) => Number(w.toFixed(2)))).toEqual([0.02, -0.03, 0.02, -0.03, 0.02]);
  });
  it('under plain descent arrive at 0.949 either way, under Adam at 0.9 or 0.899', () => {
    const descent = { from: [1], learningRate: 0.1, gradients: [[0.5]] };
    const first = (optimizer: ReturnType<typeof optimizers.sgd>) => path(optimizer, descent)[0];
    expect(first(coupledWeightDecay(optimizers.sgd(), { strength: 0.01 }))).toBeCloseTo(0.949, 12);
    expect(first(decoupledWeightDecay(optimizers.sgd(), { strength: 0.01 }))).toBeCloseTo(0.949, 12);
    expect(first(coupledWeightDecay(optimizers.adam(), { strength: 0.01 }))).toBeCloseTo(0.9, 5);
    expect(first(optimizers.adamw({ strength: 0.01 }))).toBeCloseTo(0.899, 5);
  });
});
