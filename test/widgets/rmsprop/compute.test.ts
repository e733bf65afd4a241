import { beforeAll, describe, expect, it } from 'vitest';
import {
  arrivedBelow,
  courseOf,
  fieldOf,
  grid,
  lossAt,
  race,
  workExamples,
} from '../../../src/widgets/rmsprop/compute.ts';
import {
  type Courses,
  conventions,
  offsets,
  racerNames,
  type Settings,
  tunedRates,
  usual,
} from '../../../src/widgets/rmsprop/state.ts';
import { tune } from '../../../src/widgets/rmsprop/tuning.ts';
import { referenceRunner } from '../reference-runner.ts';

const runWith = (change: Partial<Settings>) => race(referenceRunner, { ...usual, ...change });

describe('the loss', () => {
  const value = (losses: Float32Array, column: number, row: number) => losses[row * grid.columns + column];
  it('is least at ±(1, 0), has saddles at ±(0, 1) and a top at 0', async () => {
    const losses = await fieldOf(referenceRunner, false);
    // 61 points from −1.5 to 1.5: 30 is 0, 50 is 1, 10 is −1.
    expect(value(losses, 30, 30)).toBeCloseTo(1.1, 6);
    for (const side of [10, 50]) {
      expect(value(losses, side, 30)).toBeCloseTo(lossAt.minimum, 6);
      expect(value(losses, 30, side)).toBeCloseTo(lossAt.saddle, 6);
    }
    expect(Math.min(...losses)).toBeCloseTo(lossAt.minimum, 6);
    expect(value(losses, 31, 50)).toBeLessThan(lossAt.saddle);
    expect(value(losses, 30, 51)).toBeGreaterThan(lossAt.saddle);
  });
  it('has the same values along the diagonals when the data are turned', async () => {
    const { moments } = await courseOf(referenceRunner, 'sgd', { ...usual, turned: true });
    const straight = await courseOf(referenceRunner, 'sgd', usual);
    expect(moments[0].loss).toBeCloseTo(straight.moments[0].loss, 6);
  });
});

describe('the race', () => {
  let courses: Courses;
  beforeAll(async () => {
    courses = await runWith({});
  });
  it.each(racerNames)('has the rate for %s that the search finds', async (racer) => {
    const { rate, arrival } = await tune(referenceRunner, racer);
    expect(rate).toBe(tunedRates[racer]);
    expect(courses[racer].arrival).toBe(arrival);
  });
  it('counts an arrival only if it is for good', () => {
    for (const { arrival, moments } of Object.values(courses)) {
      const at = arrival ?? Number.NaN;
      expect(moments.slice(at).every(({ loss }) => loss < arrivedBelow)).toBe(true);
      expect(moments[at - 1].loss).toBeGreaterThanOrEqual(arrivedBelow);
    }
  });
  it.each(['adagrad', 'rmsprop'] as const)('%s steps by its effective rate times its gradient', (racer) => {
    const { moments } = courses[racer];
    for (const i of [0, 5, 50, 100])
      for (const axis of [0, 1] as const)
        expect(moments[i + 1].w[axis]).toBeCloseTo(
          moments[i].w[axis] - moments[i].effective[axis] * moments[i].gradient[axis],
          6,
        );
  });
  it('keeps everybody on the ridge who starts exactly on it, turned or not', async () => {
    for (const turned of [false, true]) {
      const still = await runWith({ offset: 0, turned });
      for (const { moments } of Object.values(still)) {
        const { w } = moments[moments.length - 1];
        expect(turned ? w[0] + w[1] : w[0]).toBe(0);
      }
    }
  });
  it('makes gradient descent wait the longer, the nearer the ridge; dividing by the gradient hardly', async () => {
    const near = await runWith({ offset: offsets[1] });
    expect(near.sgd.arrival).toBeNull();
    expect(near.rmsprop.arrival).not.toBeNull();
    expect(Math.abs((near.rmsprop.arrival ?? 0) - (courses.rmsprop.arrival ?? 0))).toBeLessThan(5);
  });
});

describe('the two examples', () => {
  it('give 0.2 and, with a decay of 0.99, 4', async () => {
    const { small, large } = await workExamples(referenceRunner, conventions.pytorch.form);
    expect(small.ratio).toBeCloseTo(0.19996, 5);
    expect(large.ratio).toBeCloseTo(4, 5);
    expect(large.bound).toBeCloseTo(10, 9);
  });
  it('of a large gradient cannot occur with 0.9', async () => {
    const { small, large } = await workExamples(referenceRunner, conventions.hinton.form);
    expect(small.ratio).toBeCloseTo(0.19996, 5);
    expect(large).toMatchObject({ before: null, ratio: null });
    expect(large.bound).toBeCloseTo(3.162278, 6);
  });
  it('of a small gradient shrink where ε stands inside the root', async () => {
    const { small } = await workExamples(referenceRunner, conventions.keras.form);
    expect(small.ratio).toBeCloseTo(0.031235, 6);
  });
  it('of a large gradient need all memory to be empty with 0.9375', async () => {
    const { large } = await workExamples(referenceRunner, { ...conventions.hinton.form, decay: 0.9375 });
    expect(large.before).toBe(0);
    expect(large.ratio).toBeCloseTo(4, 5);
  });
});
