import { describe, expect, it } from 'vitest';
import { adagrad } from '../../../src/trainer/optimizers/adagrad.ts';
import '../../support/close-to.ts';
import { constantGradient, descend, path } from './descend.ts';

describe('adagrad', () => {
  it('shortens the steps along a constant gradient as 1/√t, whatever its size', () => {
    for (const g of [1e-3, 40]) {
      const points = path(adagrad(), { from: [0], learningRate: 1, gradients: constantGradient(g, 4) });
      const steps = points.map((point, i) => (points[i - 1] ?? 0) - point);
      expect(steps).toBeCloseToTensor([1, 1 / Math.sqrt(2), 1 / Math.sqrt(3), 1 / 2], 1e-6);
    }
  });
  it('gives every parameter its own rate: a rare gradient still makes a full step', () => {
    const { points } = descend(adagrad(), {
      from: [0, 0],
      learningRate: 0.1,
      gradients: [
        [3, 0],
        [4, 0],
        [0, 1],
      ],
    });
    // √(9 + 16) = 5, so the first moves 0.1 · 3/3 + 0.1 · 4/5.
    expect(points[2]).toBeCloseToTensor([-0.18, -0.1], 1e-9);
  });
  it('adds epsilon outside the root', () => {
    expect(path(adagrad({ epsilon: 1 }), { from: [0], learningRate: 1, gradients: [[3]] })[0]).toBe(-0.75);
  });
  it('refuses a negative epsilon', () => {
    expect(() => adagrad({ epsilon: -1 })).toThrow('adagrad: epsilon must be a number of at least 0, got -1');
  });
});
