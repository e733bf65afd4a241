import { describe, expect, it } from 'vitest';
import { ballOutline, costOf, reach } from '../../../src/widgets/penalty-geometry/balls.ts';

describe('the cost of (3, −4)', () => {
  it.each([
    ['l1', 'half', 7],
    ['l1', 'whole', 7],
    ['l2', 'half', 12.5],
    ['l2', 'whole', 25],
    ['elastic', 'half', 9.75],
    ['elastic', 'whole', 16],
  ] as const)('under %s with the %s square is %f', (penalty, convention, cost) => {
    expect(costOf([3, -4], penalty, convention)).toBe(cost);
  });
});

describe('the outline of a budget', () => {
  it.each([
    ['l1', 'half'],
    ['l2', 'half'],
    ['l2', 'whole'],
    ['elastic', 'half'],
    ['elastic', 'whole'],
  ] as const)('of %s, %s, holds weights that cost just this', (penalty, convention) => {
    const outline = ballOutline(0.8, penalty, convention);
    for (const w of outline) expect(costOf(w, penalty, convention)).toBeCloseTo(0.8, 12);
  });
  it('is a diamond with its corners on the axes for L1', () => {
    const outline = ballOutline(2, 'l1', 'half').flat();
    [2, 0, 0, 2, -2, 0, 0, -2].forEach((wanted, i) => {
      expect(outline[i]).toBeCloseTo(wanted, 12);
    });
  });
  it('is smaller for the same λ-free budget where the square counts whole', () => {
    expect(reach([1, 0], 2, 'l2', 'half')).toBe(2);
    expect(reach([1, 0], 2, 'l2', 'whole')).toBeCloseTo(Math.SQRT2, 12);
  });
});
