import { describe, expect, it } from 'vitest';
import { constant } from '../../../src/graph/value.ts';
import { thresholdUnit } from '../../../src/trainer/layers/threshold-unit.ts';
import { numbersOf } from '../../support/numbers-of.ts';

describe('thresholdUnit', () => {
  const corners = constant([0, 0, 0, 1, 1, 0, 1, 1], 'float32', [4, 2]);

  it('computes AND with weights 3, 2 and bias −4', () => {
    const weights = constant([3, 2], 'float32', [2, 1]);
    expect(numbersOf(thresholdUnit(corners, weights, constant([-4])))).toEqual([-1, -1, -1, 1]);
  });
  it('does not fire at a weighted sum of exactly 0', () => {
    // x₁ + x₂ − 1 is 0 at (0, 1) and (1, 0)
    const weights = constant([1, 1], 'float32', [2, 1]);
    expect(numbersOf(thresholdUnit(corners, weights, constant([-1])))).toEqual([-1, -1, -1, 1]);
  });
  it('holds one unit for every column of weights', () => {
    const weights = constant([1, -1, 1, -1], 'float32', [2, 2]);
    expect(numbersOf(thresholdUnit(corners, weights, constant([-0.5, 1.5])))).toEqual([
      -1, 1, 1, 1, 1, 1, 1, -1,
    ]);
  });
});
