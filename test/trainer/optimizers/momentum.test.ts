import { describe, expect, it } from 'vitest';
import { add, greater, mul, reduceSum, sub, where } from '../../../src/graph/ops/index.ts';
import { input, type Value } from '../../../src/graph/value.ts';
import { momentum, sutskeverMomentum } from '../../../src/trainer/optimizers/momentum.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import '../../support/close-to.ts';
import { constantGradient, descend, path, quadratic, rateOf } from './descend.ts';

const dropAfterTwo = (step: number) => (step <= 2 ? 0.1 : 0.01);

// f(w) = w²/2, so the gradient is w.
describe.each([
  { name: 'momentum', form: momentum },
  { name: 'sutskeverMomentum', form: sutskeverMomentum },
])('$name({ decay: 0.5 })', ({ form }) => {
  it('takes a plain gradient step first, because velocity starts at zero', () => {
    expect(path(form({ decay: 0.5 }), { of: quadratic(1), from: [1], learningRate: 0.1 })).toBeCloseToTensor(
      [0.9],
      1e-15,
    );
  });
  it('adds half the previous velocity to the second step', () => {
    // velocity = 0.5 · 1 + 0.9 = 1.4;  w = 0.9 − 0.1 · 1.4
    const descent = { of: quadratic(1), from: [1], learningRate: 0.1, steps: 2 };
    expect(path(form({ decay: 0.5 }), descent)[1]).toBeCloseTo(0.76, 14);
  });
  it.each([
    [0.5, 2],
    [0.7, 10 / 3],
    [0.9, 10],
    [0.99, 100],
  ])('with decay %f steps %f times as far along a constant gradient in the end', (decay, gain) => {
    const points = path(form({ decay }), {
      from: [0],
      learningRate: 0.1,
      gradients: constantGradient(1, 4000),
    });
    expect((points[3998] - points[3999]) / 0.1).toBeCloseTo(gain, 6);
  });
  it('takes its decay from a schedule', () => {
    const decay = input('decay', []);
    const descent = {
      from: [0],
      learningRate: 0.1,
      gradients: constantGradient(1, 3),
      schedules: { decay: (step: number) => [0, 0.5, 0.9][step - 1] },
    };
    // velocities 1, 1.5, 0.9 · 1.5 + 1 = 2.35
    expect(path(form({ decay }), descent)).toBeCloseToTensor([-0.1, -0.25, -0.485], 1e-15);
  });
  it('refuses a decay that would never fade', () => {
    expect(() => form({ decay: 1 })).toThrow('decay must be at least 0 and below 1, got 1');
    expect(() => form({ decay: Number.NaN })).toThrow('got NaN');
  });
});

describe('the two forms of classical momentum', () => {
  const gradients = constantGradient(1, 4);
  it('take one path while the learning rate stays', () => {
    const expected = [-0.1, -0.29, -0.561, -0.9049];
    for (const form of [momentum, sutskeverMomentum])
      expect(path(form(), { from: [0], learningRate: 0.1, gradients })).toBeCloseToTensor(expected, 1e-14);
  });
  it('part when it drops: outside the velocity it shortens the next step at once', () => {
    expect(path(momentum(), { from: [0], learningRate: dropAfterTwo, gradients })).toBeCloseToTensor(
      [-0.1, -0.29, -0.3171, -0.35149],
      1e-14,
    );
  });
  it('part when it drops: inside the velocity, old steps go on at the old rate', () => {
    expect(path(sutskeverMomentum(), { from: [0], learningRate: dropAfterTwo, gradients })).toBeCloseToTensor(
      [-0.1, -0.29, -0.471, -0.6439],
      1e-14,
    );
  });
});

describe('momentum with dampening', () => {
  it('lets the first gradient in whole and damps every later one', () => {
    const dampened = momentum({ decay: 0.5, dampening: 0.25 });
    // velocities 1, 0.5 + 0.75 = 1.25, 0.625 + 0.75 = 1.375
    expect(
      path(dampened, { from: [0], learningRate: 1, gradients: constantGradient(1, 3) }),
    ).toBeCloseToTensor([-1, -2.25, -3.625], 1e-14);
  });
  it('keeps no share of the gradient in memory when there is none to keep', () => {
    const { memory } = descend(momentum(), { from: [0], learningRate: 1, gradients: [[1]] });
    expect(Object.keys(memory)).toEqual(['velocity']);
  });
});

// Curvatures 1 and κ; the best constants and rates of each method [goh-2017].
describe.each([
  { κ: 10, gradientDescent: 0.818182, heavyBall: 0.519494 },
  { κ: 100, gradientDescent: 0.980198, heavyBall: 0.818182 },
  { κ: 1000, gradientDescent: 0.998002, heavyBall: 0.938693 },
])('on a valley of condition $κ', ({ κ, gradientDescent, heavyBall }) => {
  const descent = { of: quadratic(1, κ), from: [1, 1], steps: 900 };
  it('gradient descent shrinks the distance by (κ − 1)/(κ + 1) a step', () => {
    const { points } = descend(sgd(), { ...descent, learningRate: 2 / (1 + κ) });
    expect(rateOf(points, 100)).toBeCloseTo(gradientDescent, 5);
  });
  it('the heavy ball shrinks it by (√κ − 1)/(√κ + 1)', () => {
    const root = Math.sqrt(κ);
    const optimizer = momentum({ decay: ((root - 1) / (root + 1)) ** 2 });
    const { points } = descend(optimizer, { ...descent, learningRate: (2 / (1 + root)) ** 2 });
    // The roots are double, so that the distance is t · rateᵗ: over 100 steps the t adds about 0.1 %.
    expect(Math.abs(rateOf(points, 100) / heavyBall - 1)).toBeLessThan(2e-3);
  });
});

describe('momentum on one curvature, α λ = 0.01', () => {
  it.each([
    [0.5, 0.979574],
    [0.7, 0.963427],
    [0.9, 0.948683],
    [0.99, 0.994987],
  ])('with decay %f has the rate %f', (decay, rate) => {
    const { points } = descend(momentum({ decay }), {
      of: quadratic(1),
      from: [1],
      learningRate: 0.01,
      steps: 5000,
    });
    // Under-damped paths swing through 0, which blurs the measured rate.
    expect(Math.abs(rateOf(points, 4000) - rate)).toBeLessThan(1e-3);
  });
  it('is stable up to α λ = 2 + 2 β and not beyond', () => {
    const end = (learningRate: number) =>
      Math.abs(
        path(momentum({ decay: 0.6 }), { of: quadratic(1), from: [1], learningRate, steps: 2000 })[1999],
      );
    expect(end(3.2 - 0.05)).toBeLessThan(1e-6);
    expect(end(3.2 + 0.05)).toBeGreaterThan(1e6);
  });
});

describe('the heavy ball of Lessard, Recht and Packard', () => {
  /** Slope 25 x below 1, x + 24 up to 2, then 25 x − 24: convex, curvature between 1 and 25. [lessard-2016] */
  const f = (w: Value) => {
    const square = mul(w, w);
    const middle = sub(add(mul(0.5, square), mul(24, w)), 12);
    const right = add(sub(mul(12.5, square), mul(24, w)), 36);
    return reduceSum(where(greater(1, w), mul(12.5, square), where(greater(2, w), middle, right)));
  };
  const optimizer = momentum({ decay: 4 / 9 });
  const descent = { of: f, learningRate: 1 / 9, steps: 600 };

  it.each([3.3, 3.1, 3.46, 2.9])('circles for ever between three points when it starts at %f', (from) => {
    const last = path(optimizer, { ...descent, from: [from] }).slice(-3);
    expect(last.sort((a, b) => a - b)).toBeCloseToTensor([-2208 / 1225, 792 / 1225, 2592 / 1225], 1e-9);
  });
  it.each([3.6, 1.5])('finds the minimum when it starts at %f', (from) => {
    expect(Math.abs(path(optimizer, { ...descent, from: [from] })[599])).toBeLessThan(1e-9);
  });
});
