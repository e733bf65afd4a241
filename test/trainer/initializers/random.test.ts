import { describe, expect, it } from 'vitest';
import { random } from '../../../src/trainer/initializers/random.ts';

// Golden numbers from an independent implementation: if they change, every shipped model changes.
describe('random', () => {
  it.each([
    { seed: 1, first: [6171927, 1369240, 13766305, 11764467] },
    { seed: 2 ** 32 - 1, first: [15430172, 16771261, 5087912, 10790348] },
  ])('gives the recorded numbers for seed $seed', ({ seed, first }) => {
    const { uniform } = random(seed);
    expect(first.map(() => uniform() * 2 ** 24)).toEqual(first);
  });
  it('gives the recorded normal number for seed 7', () =>
    expect(random(7).normal()).toBe(0.8400803804397583));
  it('gives the recorded permutation for seed 3', () =>
    expect([...random(3).permutation(8)]).toEqual([3, 7, 5, 1, 0, 2, 6, 4]));
  it('gives the recorded integers below 10 for seed 5', () => {
    const { below } = random(5);
    expect(Array.from({ length: 12 }, () => below(10))).toEqual([8, 8, 1, 6, 7, 8, 4, 3, 6, 8, 7, 6]);
  });

  it('gives numbers that float32 holds exactly', () => {
    const { uniform } = random(11);
    for (let i = 0; i < 1000; i++) {
      const one = uniform();
      expect(Math.fround(one)).toBe(one);
    }
  });
  it('is uniform: a hundred thousand numbers fill ten bins alike', () => {
    const { below } = random(2);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) bins[below(10)]++;
    // The standard deviation of a bin is 95.
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(400);
  });
  it('has normal numbers of mean 0 and variance 1', () => {
    const { normal } = random(2);
    const drawn = Array.from({ length: 20_000 }, normal);
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });
  it('permutes: every number once', () =>
    expect([...random(9).permutation(500)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 500 }, (_, i) => i),
    ));
});
