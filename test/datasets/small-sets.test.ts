/** The sets behind the figures of training and of stochastic gradient descent. */

import { describe, expect, it } from 'vitest';
import { band } from '../../src/datasets/band.ts';
import { noisyLine } from '../../src/datasets/noisy-line.ts';
import { spiralArms } from '../../src/datasets/spiral-arms.ts';
import { random } from '../../src/trainer/initializers/random.ts';

const mean = (numbers: ArrayLike<number>) =>
  Array.from(numbers).reduce((sum, one) => sum + one, 0) / numbers.length;

describe('noisyLine', () => {
  const { x, target } = noisyLine(5000, { slope: 3, intercept: -1, from: 2, to: 4, noise: 0.5 }, random(1));
  it('lies evenly between its ends', () => {
    expect(Math.min(...x)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...x)).toBeLessThan(4);
    expect(mean(x)).toBeCloseTo(3, 1);
  });
  it('strays from its line by the noise, on average not at all', () => {
    const errors = x.map((one, i) => target[i] - (3 * one - 1));
    expect(mean(errors)).toBeCloseTo(0, 1);
    expect(Math.sqrt(mean(errors.map((one) => one * one)))).toBeCloseTo(0.5, 1);
  });
});

describe('band', () => {
  it('is +1 between its edges and −1 outside, before the points are moved', () => {
    const { x, target } = band(400, { edges: [-1, 0.5], noise: 0 }, random(1));
    x.forEach((place, i) => {
      expect(target[i]).toBe(place >= -1 && place <= 0.5 ? 1 : -1);
    });
    expect([Math.min(...x), Math.max(...x)].map((one) => Number(one.toFixed(3)))).toEqual([-1.995, 1.995]);
  });
  it('moves the points by the noise', () => {
    const [still, moved] = [0, 0.3].map((noise) => band(5000, { noise }, random(2)).x);
    expect(Math.sqrt(mean(moved.map((one, i) => (one - still[i]) ** 2)))).toBeCloseTo(0.3, 1);
  });
});

describe('spiralArms', () => {
  const { x, target, count } = spiralArms(900, { arms: 3, turns: 0.75, noise: 0 }, random(1));
  it('has as many points on each arm, each with one class', () => {
    for (let k = 0; k < 3; k++) expect(mean(target.filter((_, i) => i % 3 === k))).toBeCloseTo(1 / 3, 9);
    expect(target).toHaveLength(3 * count);
  });
  it('is turned by a third from arm to arm, and winds as it goes outwards', () => {
    for (let i = 0; i < count; i++) {
      const distance = Math.hypot(x[2 * i], x[2 * i + 1]);
      const turns = Math.atan2(x[2 * i + 1], x[2 * i]) / (2 * Math.PI);
      const off = turns - (0.75 * distance + (i % 3) / 3);
      expect(Math.abs(off - Math.round(off))).toBeLessThan(1e-6);
      expect(distance).toBeLessThanOrEqual(1);
    }
  });
  it('refuses a number of points that the arms cannot share', () =>
    expect(() => spiralArms(100, { arms: 3 }, random(1))).toThrow(
      '100 points cannot be shared equally by 3 arms',
    ));
});
