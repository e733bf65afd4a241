import { describe, expect, it } from 'vitest';
import {
  bestRate,
  bestTuning,
  factorAlong,
  largestRate,
  type Method,
  rateOf,
  stepsTo,
  swings,
} from '../../../src/widgets/momentum/closed-form.ts';

const methods: readonly Method[] = ['plain', 'momentum', 'nesterov'];

describe('the rate of a method on curvatures 1/κ and 1', () => {
  it.each([
    { condition: 10, plain: 0.818182, momentum: 0.519494, nesterov: 0.640789 },
    { condition: 100, plain: 0.980198, momentum: 0.818182, nesterov: 0.884722 },
    { condition: 1000, plain: 0.998002, momentum: 0.938693, nesterov: 0.963491 },
  ])('at its best settings is $momentum for momentum, κ = $condition', ({ condition, ...rates }) => {
    for (const method of methods) {
      expect(bestRate(method, condition)).toBeCloseTo(rates[method], 6);
      expect(rateOf(method, bestTuning(method, condition), condition)).toBeCloseTo(rates[method], 5);
    }
  });

  it.each(methods)('is nowhere better than at the best settings of %s', (method) => {
    const best = bestTuning(method, 50);
    const rate = rateOf(method, best, 50);
    for (const learningRate of [0.8, 0.95, 0.99, 1.01, 1.05, 1.2].map((by) => by * best.learningRate))
      for (const momentum of [0.9, 0.97, 1, 1.03, 1.1].map((by) => by * best.momentum))
        expect(rateOf(method, { learningRate, momentum }, 50)).toBeGreaterThanOrEqual(rate - 1e-9);
  });

  it('is √β wherever momentum swings, and |1 − αλ| without it', () => {
    expect(factorAlong('momentum', { learningRate: 1, momentum: 0.9 }, 0.01)).toBeCloseTo(0.948683, 6);
    expect(factorAlong('momentum', { learningRate: 1, momentum: 0.5 }, 0.01)).toBeCloseTo(0.979574, 6);
    expect(factorAlong('plain', { learningRate: 1.3, momentum: 0 }, 1)).toBeCloseTo(0.3, 12);
  });
});

describe('the bound of the learning rate', () => {
  it.each(methods)('is where the steepest direction of %s stops shrinking', (method) => {
    for (const momentum of [0, 0.5, 0.9]) {
      const limit = largestRate(method, momentum);
      expect(factorAlong(method, { learningRate: limit, momentum }, 1)).toBeCloseTo(1, 9);
      expect(factorAlong(method, { learningRate: limit * 1.01, momentum }, 1)).toBeGreaterThan(1);
      expect(factorAlong(method, { learningRate: limit * 0.99, momentum }, 1)).toBeLessThan(1);
    }
  });
});

it('the error swings beyond critical damping: β = 0.81 at αλ = 0.01', () => {
  expect(swings('momentum', { learningRate: 1, momentum: 0.8 }, 0.01)).toBe(false);
  expect(swings('momentum', { learningRate: 1, momentum: 0.82 }, 0.01)).toBe(true);
  expect(swings('plain', { learningRate: 1.3, momentum: 0 }, 1)).toBe(true);
});

it('a rate of 0.5 needs about ten steps to a thousandth, and 1 for ever', () => {
  expect(stepsTo(1e-3, 0.5)).toBeCloseTo(9.966, 3);
  expect(stepsTo(1e-3, 1)).toBe(Number.POSITIVE_INFINITY);
});
