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
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { weightsIn } from '../../../src/widgets/l1-l2-regularisation/figure.ts';
import {
  countOf,
  type MethodName,
  methodNames,
  methods,
  weightsOf,
} from '../../../src/widgets/l1-l2-regularisation/state.ts';
import { race, solve } from '../../../src/widgets/penalty-geometry/compute.ts';
import { geometryFigure } from '../../../src/widgets/penalty-geometry/model.ts';
import type { ProblemName } from '../../../src/widgets/penalty-geometry/problems.ts';
import { keptOf, raceSteps } from '../../../src/widgets/penalty-geometry/state.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { path } from '../../trainer/optimizers/descend.ts';
import { referenceRunner } from '../../widgets/reference-runner.ts';

const file = (id: string, name: string) =>
  readFileSync(join(import.meta.dirname, '../../../models', id, name));
const metricsOf = (id: string) => JSON.parse(file(id, 'card.json').toString()).metrics;

const heldOut = (name: MethodName, measure: 'accuracy' | 'loss', own: number) =>
  metricsOf(methods[name].model)[`held-out ${measure} at ${own}`];

describe('the regressions at λ = 0.003', () => {
  it.each([
    ['proximal', 5418, 12, 0.978, 0.787, 0.695],
    ['subgradient', 0, 5432, 0.978, 0.788, 0.694],
    ['l2', 0, 1390, 1, 0.838, 0.529],
  ] as const)(
    '%s: zeros, near-zeros, accuracies and loss are those of the table',
    (name, zero, near, training, right, loss) => {
      const { model, list } = methods[name];
      const weights = weightsIn(file(model, 'model.onnx'));
      const card = JSON.parse(file(model, 'card.json').toString());
      expect(list).toContain(0.003);
      const member = (list as readonly number[]).indexOf(0.003);
      expect(countOf(weights, member)).toEqual({ inked: 5790, zero, near });
      expect(weightsOf(weights, member)).toHaveLength(7840);
      expect(card.metrics['training accuracy at 0.003']).toBeCloseTo(training, 3);
      expect(Math.abs(heldOut(name, 'accuracy', 0.003) - right)).toBeLessThan(0.0005);
      expect(Math.abs(heldOut(name, 'loss', 0.003) - loss)).toBeLessThan(0.0005);
      expect([card.data.training, card.hyperparameters.steps]).toEqual([500, 10_000]);
    },
  );
  it('have all training digits, 83.3 % of the others and a loss of 0.699 without a penalty', () => {
    for (const name of methodNames) {
      expect(metricsOf(methods[name].model)['training accuracy at 0']).toBe(1);
      expect(Math.abs(heldOut(name, 'accuracy', 0) - 0.833)).toBeLessThan(0.0005);
      expect(Math.abs(heldOut(name, 'loss', 0) - 0.699)).toBeLessThan(0.0005);
    }
  });
  it('are best at 0.003 under L2 by both measures, and too strongly penalised at 0.1', () => {
    for (const own of methods.l2.list)
      if (own !== 0.003) {
        expect(heldOut('l2', 'accuracy', own)).toBeLessThan(heldOut('l2', 'accuracy', 0.003));
        expect(heldOut('l2', 'loss', own)).toBeGreaterThan(heldOut('l2', 'loss', 0.003));
      }
    expect(Math.abs(heldOut('l2', 'accuracy', 0.1) - 0.804)).toBeLessThan(0.0005);
    expect(Math.abs(heldOut('l2', 'loss', 0.1) - 0.832)).toBeLessThan(0.0005);
  });
  it('lose 4,441 weights to L1 at 0.0003, where its loss is least; and no L1 makes more answers right', () => {
    const { model, list } = methods.proximal;
    expect(list[2]).toBe(0.0003);
    expect(countOf(weightsIn(file(model, 'model.onnx')), 2).zero).toBe(4441);
    expect(Math.abs(heldOut('proximal', 'loss', 0.0003) - 0.602)).toBeLessThan(0.0005);
    expect(Math.abs(heldOut('proximal', 'accuracy', 0.0003) - 0.823)).toBeLessThan(0.0005);
    for (const own of list) {
      expect(heldOut('proximal', 'loss', own)).toBeGreaterThanOrEqual(heldOut('proximal', 'loss', 0.0003));
      for (const name of ['proximal', 'subgradient'] as const)
        expect(heldOut(name, 'accuracy', own)).toBeLessThanOrEqual(heldOut(name, 'accuracy', 0));
    }
  });
  it('pay nothing on the training digits for a little of either penalty', () => {
    expect(metricsOf('digits-l1-proximal')['training accuracy at 0.0003']).toBe(1);
    expect(metricsOf('digits-l2')['training accuracy at 0.003']).toBe(1);
  });
});

describe('the two weights of the figure', () => {
  const at = async (data: ProblemName, penalty: 'l1' | 'l2', strength: number) => {
    const [{ w }] = await solve(referenceRunner, data, { penalty, convention: 'half' }, [strength]);
    return w.map((weight) => Number(weight.toFixed(3)));
  };
  it('of independent inputs follow the formulas of ridge and lasso', async () => {
    expect(await at('unlike', 'l2', 0)).toEqual([1.349, 0.354]);
    expect(await at('unlike', 'l2', 0.5)).toEqual([0.899, 0.236]);
    expect(await at('unlike', 'l1', 0.5)).toEqual([0.849, 0]);
  });
  it('of inputs with a correlation of 0.9 are shared by L2, while L1 picks one', async () => {
    expect(await at('alike', 'l2', 0.5)).toEqual([0.699, 0.501]);
    expect(await at('alike', 'l1', 0.5)).toEqual([0.999, 0]);
  });
  it('of unequal inputs keep 91 % and 38 % under L2 in Adam’s gradient, 96 % and 93 % under weight decay', async () => {
    const start = geometryFigure.initial(startSettings(geometryFigure));
    const { settings } = geometryFigure.update(start, { kind: 'show', view: 'decay' });
    expect(settings).toMatchObject({ data: 'unequal', optimizer: 'adam', strength: 0.1 });
    const result = await race(referenceRunner, settings);
    expect(raceSteps).toBe(180);
    const percent = (decay: 'coupled' | 'decoupled') =>
      keptOf(result, decay, raceSteps).map((share) => Math.round(100 * share));
    expect(percent('coupled')).toEqual([91, 38]);
    expect(percent('decoupled')).toEqual([96, 93]);
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
