import { beforeAll, describe, expect, it } from 'vitest';
import { bestRate, stepsTo } from '../../../src/widgets/momentum/closed-form.ts';
import { courseOf, fieldOf, fraction, measureAt, race } from '../../../src/widgets/momentum/compute.ts';
import { measuredRate } from '../../../src/widgets/momentum/numbers.ts';
import { components } from '../../../src/widgets/momentum/ravine.ts';
import { type Courses, type Settings, steps, usual } from '../../../src/widgets/momentum/state.ts';
import { referenceRunner } from '../reference-runner.ts';

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const runWith = (change: Partial<Settings>) => race(referenceRunner, { ...usual, ...change });

describe('the loss', () => {
  it('has the curvature 1 across the ravine and 1/κ along it', async () => {
    // ½ (λ₁ e₁² + λ₂ e₂²) at the start, from its distances across and along
    const [across, along] = components(usual.start);
    for (const condition of [1, 50, 1000]) {
      const { moments } = await courseOf(referenceRunner, 'plain', { ...usual, condition });
      expect(moments[0].loss).toBeCloseTo((across ** 2 + along ** 2 / condition) / 2, 5);
    }
  });
  it('is known over the whole plane', async () => {
    const losses = await fieldOf(referenceRunner, 50);
    expect(losses).toHaveLength(81 * 81);
    // The middle of the grid stands on the best weights, (0.5, 0.5).
    expect(losses[40 * 81 + 40]).toBeLessThan(1e-12);
    expect(Math.min(...losses)).toBe(losses[40 * 81 + 40]);
    // The corner (2.5, 2.5) is 2.8 away along the floor and 0.4 across it.
    expect(losses.at(-1)).toBeCloseTo((0.4 ** 2 + 2.8 ** 2 / 50) / 2, 5);
  });
});

describe('a race', () => {
  let courses: Courses;
  beforeAll(async () => {
    courses = await runWith({});
  });

  it('has a moment for each step, and one for the end', () => {
    for (const { moments } of Object.values(courses)) expect(moments).toHaveLength(steps + 1);
  });
  it('takes each racer where its vectors point', () => {
    for (const { moments } of Object.values(courses))
      moments.slice(0, -1).forEach(({ w, carry, descent }, i) => {
        const led = [w[0] + carry[0] + descent[0], w[1] + carry[1] + descent[1]];
        expect(distance(led, moments[i + 1].w)).toBeLessThan(1e-6);
      });
  });
  it('takes the gradient where Nesterov looks ahead, and at the point itself else', () => {
    for (const { w, carry, gradientAt } of courses.nesterov.moments)
      expect(distance(gradientAt, [w[0] + carry[0], w[1] + carry[1]])).toBeLessThan(1e-6);
    for (const { w, gradientAt } of courses.momentum.moments) expect(gradientAt).toEqual(w);
  });
  it('shrinks plain descent by the closed form: 0.974 a step along the floor', () => {
    expect(measuredRate(courses.plain, 60)).toBeCloseTo(0.974, 4);
  });
  it('gives the rising racer 0.5, then 0.9 and 0.99', () => {
    const { moments } = courses.scheduled;
    expect([0, 19, 20, 59, 60].map((at) => moments[at].momentum)).toEqual([0.5, 0.5, 0.9, 0.9, 0.99]);
  });
  it('is the same in both conventions while the learning rate stays', async () => {
    const inner = await runWith({ convention: 'inside' });
    for (const racer of ['momentum', 'nesterov', 'scheduled'] as const)
      inner[racer].moments.forEach(({ w }, i) => {
        expect(distance(w, courses[racer].moments[i].w)).toBeLessThan(1e-5);
      });
  });
  it('parts when the learning rate falls, from the step on at which it does', async () => {
    const [outer, inner] = [
      await runWith({ drop: true }),
      await runWith({ drop: true, convention: 'inside' }),
    ];
    const apart = (at: number) => distance(outer.momentum.moments[at].w, inner.momentum.moments[at].w);
    expect(apart(30)).toBeLessThan(1e-6);
    expect(apart(31)).toBeGreaterThan(1e-3);
  });
  it('tells when a racer has diverged: plain descent and Nesterov above their bounds, momentum not', async () => {
    const fast = await runWith({ learningRate: 2.1 });
    expect(fast.plain.divergedAt).not.toBeNull();
    expect(fast.nesterov.divergedAt).not.toBeNull();
    expect(fast.momentum.divergedAt).toBeNull();
  });
});

describe('measured steps to a thousandth', () => {
  it('are those of the closed form for plain descent, and near them for the others', async () => {
    for (const condition of [10, 50]) {
      const measured = await measureAt(referenceRunner, condition);
      const expected = (method: 'plain' | 'momentum' | 'nesterov') =>
        stepsTo(fraction, bestRate(method, condition));
      expect(Math.abs(measured.plain - expected('plain'))).toBeLessThanOrEqual(1);
      // Double roots: at first the error shrinks more slowly than its rate says.
      for (const method of ['momentum', 'nesterov'] as const) {
        expect(measured[method]).toBeGreaterThan(expected(method));
        expect(measured[method]).toBeLessThan(1.6 * expected(method));
      }
    }
  });
});
