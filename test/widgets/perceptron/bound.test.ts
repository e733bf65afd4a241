import { describe, expect, it } from 'vitest';
import { separable } from '../../../src/datasets/separable.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { boundOf } from '../../../src/widgets/perceptron/bound.ts';
import { corners, pointsOf } from '../../../src/widgets/perceptron/points.ts';

describe('the bound of the convergence theorem', () => {
  it.each([
    ['and', 51, 17, [-3, 2, 2]],
    ['or', 27, 9, [-1, 2, 2]],
  ] as const)('of %s is %d, with γ = 1/√%d', (name, most, lengthSquared, direction) => {
    const bound = boundOf(corners[name]);
    expect(bound?.mostMistakes).toBe(most);
    expect(bound?.radiusSquared).toBe(3);
    expect(bound?.margin).toBeCloseTo(1 / Math.sqrt(lengthSquared), 9);
    bound?.direction.forEach((value, i) => {
      expect(value).toBeCloseTo(direction[i] / Math.sqrt(lengthSquared), 6);
    });
  });
  it('is not there where no line separates the points, or where there is none', () => {
    expect(boundOf(corners.xor)).toBeNull();
    expect(boundOf([])).toBeNull();
  });
  it('takes the widest margin of all: no direction of a fine grid has a wider one', () => {
    const points = pointsOf(separable(12, 0.05, random(3)));
    const bound = boundOf(points);
    const marginOf = (b: number, w1: number, w2: number) =>
      Math.min(
        ...points.map(({ at, label }) => (label * (b + w1 * at[0] + w2 * at[1])) / Math.hypot(b, w1, w2)),
      );
    let widest = 0;
    for (let b = -20; b <= 20; b++)
      for (let w1 = -20; w1 <= 20; w1++)
        for (let w2 = -20; w2 <= 20; w2++) widest = Math.max(widest, marginOf(b, w1, w2) || 0);
    expect(widest).toBeGreaterThan(0);
    expect(bound?.margin).toBeGreaterThanOrEqual(widest);
    expect(bound?.margin).toBeLessThan(widest * 1.2);
  });
});
