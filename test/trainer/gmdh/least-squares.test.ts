import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../../src/trainer/gmdh/least-squares.ts';
import '../../support/close-to.ts';

const column = (...numbers: number[]) => Float64Array.from(numbers);

describe('leastSquares', () => {
  it('lays the line through (0, 1), (1, 2), (2, 4) that the normal equations give', () => {
    // AᵀA = [3 3; 3 5], Aᵀy = [7; 10]: intercept (35 − 30) / 6, slope (30 − 21) / 6
    const line = leastSquares([column(1, 1, 1), column(0, 1, 2)], column(1, 2, 4));
    expect(line).toBeCloseToTensor([5 / 6, 3 / 2], 1e-14);
  });

  it('leaves a rest that is orthogonal to every column', () => {
    const columns = [column(1, 1, 1, 1, 1), column(0.3, -2, 1.5, 0.7, -0.1), column(2, 0.25, -1, 3, 0.5)];
    const target = column(1, -3, 2, 0.5, 4);
    const c = leastSquares(columns, target);
    const rest = target.map((y, i) => y - columns.reduce((sum, one, k) => sum + c[k] * one[i], 0));
    for (const one of columns) expect(one.reduce((sum, a, i) => sum + a * rest[i], 0)).toBeCloseTo(0, 13);
    expect(Math.hypot(...rest)).toBeGreaterThan(1);
  });

  it('tells apart columns whose normal equations are singular in float64', () => {
    // 1 + 1e-16 is 1 in float64, so AᵀA is [1 1; 1 1] there.
    const small = 1e-8;
    const columns = [column(1, small, 0), column(1, 0, small)];
    expect(leastSquares(columns, column(3, small, 2 * small))).toBeCloseToTensor([1, 2], 1e-6);
  });

  it('gives 0 to a column that the ones before it already give, and fits no worse', () => {
    const [ones, bit] = [column(1, 1, 1, 1), column(0, 1, 0, 1)];
    // The square of a bit is the bit.
    const c = leastSquares([ones, bit, bit.map((one) => one * one)], column(2, 5, 2, 5));
    expect(c).toBeCloseToTensor([2, 3, 0], 1e-14);
    expect(leastSquares([column(0, 0), column(1, 2)], column(3, 6))).toEqual([0, 3]);
  });

  it('fits a target of more digits than one column has, in any order of magnitude', () => {
    const [u, v] = [column(1e6, 2e6, 3e6, 5e6), column(1e-6, -1e-6, 2e-6, 0)];
    const c = leastSquares(
      [u, v],
      u.map((one, i) => 3 * one - 2e9 * v[i]),
    );
    expect(c[0]).toBeCloseTo(3, 12);
    expect(c[1] / 1e9).toBeCloseTo(-2, 6);
  });

  it('refuses columns of different lengths', () =>
    expect(() => leastSquares([column(1, 1), column(1)], column(1, 2))).toThrow(
      new RangeError('leastSquares: column 1 holds 1 numbers, the target 2'),
    ));
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s, saying where it is', (wrong) => {
    expect(() => leastSquares([column(1, 1, wrong)], column(1, 2, 3))).toThrow(
      new RangeError(`leastSquares: column 0 holds ${wrong} at place 2`),
    );
    expect(() => leastSquares([column(1, 1)], column(1, wrong))).toThrow(
      new RangeError(`leastSquares: the target holds ${wrong} at place 1`),
    );
  });
});
