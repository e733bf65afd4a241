import { describe, expect, it } from 'vitest';
import { across, along, bestWeights, ravine } from '../../src/datasets/ravine.ts';
import { random } from '../../src/trainer/initializers/random.ts';

describe('ravine', () => {
  const { count, x, target } = ravine(8, 50, random(3));
  const row = (i: number) => [x[2 * i], x[2 * i + 1]];
  const rows = Array.from({ length: count }, (_, i) => row(i));
  const onto = (u: readonly number[]) => rows.map(([a, b]) => a * u[0] + b * u[1]);
  const meanProduct = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0) / count;

  it('varies with mean square 1 across and 1/κ along, and the two have nothing in common', () => {
    expect(meanProduct(onto(across), onto(across))).toBeCloseTo(1, 6);
    expect(meanProduct(onto(along), onto(along))).toBeCloseTo(1 / 50, 7);
    expect(meanProduct(onto(across), onto(along))).toBeCloseTo(0, 7);
  });
  it('wants what the best weights answer', () =>
    rows.forEach(([a, b], i) => {
      expect(target[i]).toBeCloseTo(a * bestWeights[0] + b * bestWeights[1], 6);
    }));
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(ravine(8, 50, random(3)).x).toEqual(x);
    expect(ravine(8, 50, random(4)).x).not.toEqual(x);
  });
});
