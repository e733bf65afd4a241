/** Every number in content/entries/momentum.mdx, computed by the trainer. */

import { beforeAll, describe, expect, it } from 'vitest';
import { add, mul, reduceSum, relu, sub } from '../../../src/graph/ops/index.ts';
import type { Value } from '../../../src/graph/value.ts';
import { momentum, sutskeverMomentum } from '../../../src/trainer/optimizers/momentum.ts';
import { sutskeverMomentumSchedule } from '../../../src/trainer/schedules/index.ts';
import {
  bestRate,
  factorAlong,
  largestRate,
  rateOf,
  stepsTo,
} from '../../../src/widgets/momentum/closed-form.ts';
import { race } from '../../../src/widgets/momentum/compute.ts';
import { type Courses, usual } from '../../../src/widgets/momentum/state.ts';
import { constantGradient, path } from '../../trainer/optimizers/descend.ts';
import { referenceRunner } from '../../widgets/reference-runner.ts';
import '../../support/close-to.ts';

describe('the race with which the figure starts', () => {
  let courses: Courses;
  beforeAll(async () => {
    courses = await race(referenceRunner, usual);
  });
  const lossOf = (racer: keyof Courses, step: number) => courses[racer].moments[step].loss;

  it('starts at a loss of 0.33 with κ = 50', () => {
    expect(usual.condition).toBe(50);
    expect(lossOf('plain', 0)).toBeCloseTo(0.33, 2);
  });
  it('has lost most of it after 40 steps: 0.0029, 0.0000033 and 0.00000099', () => {
    expect(lossOf('plain', 40)).toBeCloseTo(0.0029, 4);
    expect(lossOf('momentum', 40) * 1e6).toBeCloseTo(3.3, 1);
    expect(lossOf('nesterov', 40) * 1e7).toBeCloseTo(9.9, 1);
  });
  it('sees the rising momentum lead at some step and behind the constant one later', () => {
    const leads = courses.scheduled.moments.some(
      ({ loss }, i) =>
        i > 20 && loss < Math.min(lossOf('plain', i), lossOf('momentum', i), lossOf('nesterov', i)),
    );
    expect(leads).toBe(true);
    expect(lossOf('scheduled', 60)).toBeGreaterThan(lossOf('momentum', 60));
  });
  it('with β = 0.97 shows momentum swinging along the floor, where plain descent never does', async () => {
    const heavy = await race(referenceRunner, { ...usual, momentum: 0.97 });
    const along = (racer: keyof Courses) =>
      heavy[racer].moments.map(({ w }) => 0.8 * (w[0] - 0.5) + 0.6 * (w[1] - 0.5));
    expect(along('plain').every((e) => e < 0)).toBe(true);
    expect(along('momentum').some((e) => e > 0.1)).toBe(true);
  });
});

describe('the velocity', () => {
  it.each([
    [0.5, 2, 1],
    [0.9, 10, 6.6],
    [0.99, 100, 69],
    [0.999, 1000, 693],
  ])('with β = %f gains %f along a constant gradient, and halves in %f steps', (decay, gain, half) => {
    const many = 60 / (1 - decay);
    const points = path(momentum({ decay }), {
      from: [0],
      learningRate: 1,
      gradients: constantGradient(1, many),
    });
    expect((points[points.length - 2] - points[points.length - 1]) / gain).toBeCloseTo(1, 6);
    const digits = half === 6.6 ? 1 : 0;
    expect(Math.log(0.5) / Math.log(decay)).toBeCloseTo(half, digits);
  });
  it('tends to g/(1 + β) where the gradient changes its sign: 0.526 at 0.9', () => {
    const gradients = Array.from({ length: 400 }, (_, i) => [i % 2 ? 1 : -1]);
    const points = path(momentum({ decay: 0.9 }), { from: [0], learningRate: 1, gradients });
    expect(Math.abs(points[399] - points[398])).toBeCloseTo(1 / 1.9, 9);
  });
});

describe('the table of rates', () => {
  it.each([
    [10, [0.8182, 0.5195, 0.6408], [69, 22, 32]],
    [100, [0.9802, 0.8182, 0.8847], [691, 69, 113]],
    [1000, [0.998, 0.9387, 0.9635], [6908, 219, 372]],
  ])('for κ = %i', (condition, rates, steps) => {
    const methods = ['plain', 'momentum', 'nesterov'] as const;
    methods.forEach((method, i) => {
      expect(bestRate(method, condition)).toBeCloseTo(rates[i], 4);
      expect(Math.ceil(stepsTo(1e-6, bestRate(method, condition)))).toBe(steps[i]);
    });
  });
});

it.each([
  [0.81, 0.9],
  [0.5, 0.98],
  [0.9, 0.949],
  [0.99, 0.995],
])('at αλ = 0.01, β = %f has the factor %f a step', (decay, factor) => {
  expect(factorAlong('momentum', { learningRate: 0.01, momentum: decay }, 1)).toBeCloseTo(factor, 3);
});

it('at β = 0.8 the limits of the learning rate are 2, 3.6 and 1.385', () => {
  expect(largestRate('plain', 0.8)).toBe(2);
  expect(largestRate('momentum', 0.8)).toBeCloseTo(3.6, 9);
  expect(largestRate('nesterov', 0.8)).toBeCloseTo(1.385, 3);
  expect(rateOf('nesterov', { learningRate: 1.4, momentum: 0.8 }, 50)).toBeGreaterThan(1);
});

describe('a smooth, strongly convex function on which the best settings for quadratics fail', () => {
  // f′ is 25x below 1, x + 24 up to 2 and 25x − 24 beyond.
  const f = (w: Value) => {
    const bend = (at: number) => mul(relu(sub(w, at)), relu(sub(w, at)));
    return reduceSum(add(sub(mul(12.5, mul(w, w)), mul(12, bend(1))), mul(12, bend(2))));
  };
  it('ends among 0.647, −1.802 and 2.116, from 3.3', () => {
    const points = path(momentum({ decay: 4 / 9 }), { of: f, from: [3.3], learningRate: 1 / 9, steps: 300 });
    const sorted = points.slice(-3).sort((a, b) => a - b);
    expect(sorted[0]).toBeCloseTo(-1.802, 3);
    expect(sorted[1]).toBeCloseTo(0.647, 3);
    expect(sorted[2]).toBeCloseTo(2.116, 3);
  });
  it('runs with the best settings for curvatures between 1 and 25', () => {
    expect((2 / (5 + 1)) ** 2).toBeCloseTo(1 / 9, 12);
    expect(((5 - 1) / (5 + 1)) ** 2).toBeCloseTo(4 / 9, 12);
  });
});

describe('conventions', () => {
  const fall = {
    from: [0],
    learningRate: (step: number) => (step <= 2 ? 0.1 : 0.01),
    gradients: constantGradient(1, 4),
  };
  it('outside the velocity, a falling learning rate shortens the step at once', () =>
    expect(path(momentum(), fall)).toBeCloseToTensor([-0.1, -0.29, -0.3171, -0.35149], 1e-9));
  it('inside, steps of the old size fade out', () =>
    expect(path(sutskeverMomentum(), fall)).toBeCloseToTensor([-0.1, -0.29, -0.471, -0.6439], 1e-9));
  it('dampening makes steps 1 − β times as long after the first', () => {
    const damped = path(momentum({ dampening: 0.9 }), {
      from: [0],
      learningRate: 1,
      gradients: constantGradient(1, 500),
    });
    expect(damped[498] - damped[499]).toBeCloseTo(1, 9);
  });
  it('the rising momentum is 0.5, 0.75 after 250 updates and 0.9 after 1,000', () => {
    const schedule = sutskeverMomentumSchedule();
    expect([1, 251, 1001].map(schedule)).toEqual([0.5, 0.75, 0.9]);
  });
});
