import { describe, expect, it } from 'vitest';
import { momentum } from '../../../src/trainer/optimizers/momentum.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import { coupledWeightDecay, decoupledWeightDecay } from '../../../src/trainer/optimizers/weight-decay.ts';
import '../../support/close-to.ts';
import { path } from './descend.ts';

const descent = { from: [1], learningRate: 0.1, gradients: [[0.5]] };

describe.each([
  { name: 'coupledWeightDecay', decay: coupledWeightDecay },
  { name: 'decoupledWeightDecay', decay: decoupledWeightDecay },
])('$name', ({ decay }) => {
  it('shrinks w by the factor 1 − η λ under plain gradient descent', () => {
    expect(path(decay(sgd(), { strength: 0.01 }), descent)[0]).toBeCloseTo(0.949, 14);
  });
  it('leaves alone what it is told to', () => {
    const on = (parameter: { readonly shape: readonly number[] }) => parameter.shape.length > 1;
    expect(path(decay(sgd(), { strength: 0.01, on }), descent)[0]).toBeCloseTo(0.95, 14);
  });
  it('refuses a negative strength', () => {
    expect(() => decay(sgd(), { strength: -0.01 })).toThrow(
      'strength must be a number of at least 0, got -0.01',
    );
  });
});

describe('under momentum', () => {
  const twoSteps = { from: [1], learningRate: 0.1, gradients: [[0.5], [0]] };
  it('coupled decay enters the velocity', () => {
    // velocities 0.51 and 0.9 · 0.51 + 0.01 · 0.949
    expect(path(coupledWeightDecay(momentum(), { strength: 0.01 }), twoSteps)[1]).toBeCloseTo(
      0.949 - 0.1 * (0.459 + 0.00949),
      14,
    );
  });
  it('decoupled decay does not', () => {
    expect(path(decoupledWeightDecay(momentum(), { strength: 0.01 }), twoSteps)[1]).toBeCloseTo(
      0.949 * 0.999 - 0.1 * 0.45,
      14,
    );
  });
});

describe('decoupledWeightDecay', () => {
  it('takes a share of the weight each step, whatever the learning rate, when its rate is 1', () => {
    const optimizer = decoupledWeightDecay(sgd(), { strength: 0.01, rate: 1 });
    expect(path(optimizer, descent)[0]).toBeCloseTo(0.94, 14);
  });
});
