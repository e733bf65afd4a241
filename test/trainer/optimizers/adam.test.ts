import { describe, expect, it } from 'vitest';
import { input } from '../../../src/graph/value.ts';
import { adam } from '../../../src/trainer/optimizers/adam.ts';
import { adamw } from '../../../src/trainer/optimizers/adamw.ts';
import { coupledWeightDecay } from '../../../src/trainer/optimizers/weight-decay.ts';
import '../../support/close-to.ts';
import { constantGradient, descend, path } from './descend.ts';

describe('adam', () => {
  it('takes a first step as long as the learning rate, whatever the gradient', () => {
    for (const g of [-400, -0.01, 0.5, 1e6])
      expect(path(adam(), { from: [0], learningRate: 0.1, gradients: [[g]] })[0]).toBeCloseTo(
        -0.1 * Math.sign(g),
        6,
      );
  });
  it('goes on with the corrected averages of the gradient and its square', () => {
    // m̂ = (0.9 · 0.1 − 0.1 · 0.5)/0.19, ŝ = (0.999 · 0.001 + 0.001 · 0.25)/0.001999
    const points = path(adam(), { from: [0], learningRate: 0.1, gradients: [[1], [-0.5]] });
    expect(points[0] - points[1]).toBeCloseTo((0.1 * (0.04 / 0.19)) / Math.sqrt(0.001249 / 0.001999), 8);
  });
  it('keeps stepping at the learning rate along a constant gradient', () => {
    const points = path(adam(), { from: [0], learningRate: 0.1, gradients: constantGradient(7, 50) });
    expect(points[49]).toBeCloseTo(-5, 6);
  });
  it('remembers 1 − βᵗ instead of counting steps', () => {
    const { memory } = descend(adam(), { from: [0], learningRate: 0.1, gradients: constantGradient(1, 7) });
    expect(memory['meanWeight'][0]).toBeCloseTo(1 - 0.9 ** 7, 14);
    expect(memory['squareWeight'][0]).toBeCloseTo(1 - 0.999 ** 7, 14);
  });
  it('corrects rightly while a schedule changes the decay', () => {
    const meanDecay = input('meanDecay', []);
    const points = path(adam({ meanDecay }), {
      from: [0],
      learningRate: 0.1,
      gradients: constantGradient(2, 3),
      schedules: { meanDecay: (step) => [0.5, 0.9, 0.2][step - 1] },
    });
    expect(points).toBeCloseToTensor([-0.1, -0.2, -0.3], 1e-8);
  });
  it('adds epsilon after the root and after the correction', () => {
    expect(path(adam({ epsilon: 1 }), { from: [0], learningRate: 1, gradients: [[3]] })[0]).toBeCloseTo(
      -0.75,
      14,
    );
  });
  it('refuses settings out of range', () => {
    expect(() => adam({ meanDecay: 1 })).toThrow('adam: meanDecay must be at least 0 and below 1, got 1');
    expect(() => adam({ squareDecay: -1 })).toThrow('adam: squareDecay');
    expect(() => adam({ epsilon: Number.NaN })).toThrow('adam: epsilon');
  });
});

describe.each([0.5, 0.001])('weight decay 0.01 on w = 1 with the gradient %f and learning rate 0.1', (g) => {
  const descent = { from: [1], learningRate: 0.1, gradients: [[g]] };
  it('vanishes in the first step of Adam when it is part of the gradient', () => {
    expect(path(coupledWeightDecay(adam(), { strength: 0.01 }), descent)[0]).toBeCloseTo(0.9, 6);
  });
  it('shrinks w by a thousandth under AdamW', () => {
    expect(path(adamw({ strength: 0.01 }), descent)[0]).toBeCloseTo(0.899, 5);
  });
});

describe('adamw', () => {
  it('keeps the decay out of the averages', () => {
    const descent = { from: [100], learningRate: 0.1, gradients: [[0.5]] };
    expect(descend(adamw(), descent).memory).toEqual(descend(adam(), descent).memory);
  });
  it('passes its other settings on to Adam', () => {
    const descent = { from: [0], learningRate: 1, gradients: [[3]] };
    expect(path(adamw({ epsilon: 1 }), descent)[0]).toBeCloseTo(-0.75, 14);
  });
});
