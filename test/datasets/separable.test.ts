import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { highest, lowest, separable } from '../../src/datasets/separable.ts';
import { random } from '../../src/trainer/initializers/random.ts';

/** The widest empty strip between the two labels, over directions a quarter of a degree apart, halved. */
function widestMargin(x: Float32Array, target: Float32Array): number {
  let widest = -Infinity;
  for (let angle = 0; angle < 2 * Math.PI; angle += Math.PI / 720) {
    let [nearestPositive, nearestNegative] = [Infinity, -Infinity];
    target.forEach((label, i) => {
      const along = Math.cos(angle) * x[2 * i] + Math.sin(angle) * x[2 * i + 1];
      if (label > 0) nearestPositive = Math.min(nearestPositive, along);
      else nearestNegative = Math.max(nearestNegative, along);
    });
    widest = Math.max(widest, (nearestPositive - nearestNegative) / 2);
  }
  return widest;
}

describe('separable', () => {
  it('leaves a straight strip of the promised half width free between the labels', () => {
    for (const seed of [1, 2, 3, 26]) {
      const { x, target } = separable(400, 0.08, random(seed));
      expect(widestMargin(x, target)).toBeGreaterThan(0.079);
      // A generator that kept all points farther away than asked would pass the line above.
      expect(widestMargin(x, target)).toBeLessThan(0.1);
    }
  });

  it('has points of both labels for every seed', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { target } = separable(40, 0.08, random(seed));
      expect(target.filter((label) => label === 1).length).toBeGreaterThan(2);
      expect(target.filter((label) => label === -1).length).toBeGreaterThan(2);
    }
  });

  it('covers the square and keeps to coordinates that are multiples of 1/256', () => {
    const { x } = separable(2000, 0, random(5));
    expect(Math.min(...x)).toBe(lowest);
    expect(Math.max(...x)).toBe(highest);
    expect(x.every((coordinate) => Number.isInteger(coordinate * 256))).toBe(true);
  });

  it('gives the same numbers for the same seed, on every machine', () => {
    const { x, target } = separable(240, 0.08, random(26));
    expect(Array.from(x.subarray(0, 4), (one) => one * 256)).toEqual([-12, 41, 23, 57]);
    const numbers = [...x, ...target].map((one) => one * 256).join(' ');
    expect(createHash('sha256').update(numbers).digest('hex')).toBe(
      '3866c724087aad2f8bab8433680b24c7b7f55ebb2f78a5ac5cfab4c92cf27b08',
    );
  });

  it('refuses a margin that no point of the square may keep', () => {
    expect(() => separable(10, 0.41, random(1))).toThrow('separable: margin 0.41 is not in 0 … 0.4');
    expect(() => separable(10, Number.NaN, random(1))).toThrow(RangeError);
  });
});
