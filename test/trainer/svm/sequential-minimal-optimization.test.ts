import { describe, expect, it } from 'vitest';
import { blobs } from '../../../src/datasets/blobs.ts';
import { and, xor } from '../../../src/datasets/corners.ts';
import type { Examples } from '../../../src/datasets/dataset.ts';
import { constant } from '../../../src/graph/value.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import type { DualSolution } from '../../../src/trainer/svm/dual-problem.ts';
import {
  type Kernel,
  linearKernel,
  polynomialKernel,
  radialKernel,
} from '../../../src/trainer/svm/kernels.ts';
import { solveDual } from '../../../src/trainer/svm/sequential-minimal-optimization.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

function kernelValues({ count, x }: Examples, kernel: Kernel): number[] {
  const rows = constant([...x], 'float32', [count, x.length / count]);
  return numbersOf(kernel(rows, rows));
}

/** yᵢ f(xᵢ) of every example. */
const margins = ({ alphas, bias }: DualSolution, k: readonly number[], y: ArrayLike<number>) =>
  alphas.map((_, i) => y[i] * alphas.reduce((sum, a, j) => sum + a * y[j] * k[i * alphas.length + j], bias));

describe('solveDual on AND, with no violation allowed', () => {
  const { alphas, bias } = solveDual(kernelValues(and(), linearKernel), and().target, { cost: Infinity });

  it('rests the boundary on the three corners that touch the margin', () =>
    expect(alphas).toBeCloseToTensor([0, 2, 2, 4], 1e-5));
  it('finds the widest margin: w = (2, 2), b = −3', () => {
    const { x, target } = and();
    const w = [0, 1].map((k) => alphas.reduce((sum, a, i) => sum + a * target[i] * x[2 * i + k], 0));
    expect([...w, bias]).toBeCloseToTensor([2, 2, -3], 1e-5);
    expect(1 / Math.hypot(...w)).toBeCloseTo(1 / Math.sqrt(8), 6);
  });
});

describe('solveDual on XOR', () => {
  const signs = { ...xor(), x: xor().x.map((bit) => 2 * bit - 1) };

  it('gives all four corners ±1 the multiplier 1/8 under the kernel (a·b + 1)²', () => {
    const { alphas, bias } = solveDual(kernelValues(signs, polynomialKernel(2)), signs.target, {
      cost: Infinity,
    });
    expect(alphas).toBeCloseToTensor([1 / 8, 1 / 8, 1 / 8, 1 / 8], 1e-9);
    expect(bias).toBeCloseTo(0, 9);
  });
  it('says that the classes may not be separable, where they are not and must be', () =>
    expect(() =>
      solveDual(kernelValues(signs, linearKernel), signs.target, { cost: Infinity, most: 1000 }),
    ).toThrow(/not solved to 0.000001 in 1000 steps.*may not be separable/));
  it('presses every multiplier to the limit, where no line exists and violations have a price', () =>
    expect(solveDual(kernelValues(signs, linearKernel), signs.target, { cost: 0.75 }).alphas).toEqual([
      0.75, 0.75, 0.75, 0.75,
    ]));
});

describe.each([
  { name: 'linear', kernel: linearKernel, cost: 2 },
  { name: 'polynomial', kernel: polynomialKernel(3), cost: 0.5 },
  { name: 'radial', kernel: radialKernel(4), cost: 1 },
])('solveDual on overlapping clouds, $name kernel', ({ kernel, cost }) => {
  const points = blobs(80, { spread: 0.35 }, random(5));
  const y = points.target;
  const values = kernelValues(points, kernel);
  const solution = solveDual(values, y, { cost, tolerance: 1e-8 });
  const { alphas } = solution;
  const margin = margins(solution, values, y);

  it('keeps every multiplier between 0 and the cost, and both classes in balance', () => {
    expect(Math.min(...alphas)).toBe(0);
    expect(Math.max(...alphas)).toBe(cost);
    expect(alphas.reduce((sum, a, i) => sum + a * y[i], 0)).toBeCloseTo(0, 12);
  });
  it('satisfies the conditions of Karush, Kuhn and Tucker', () => {
    const kinds = { beyond: 0, on: 0, within: 0 };
    alphas.forEach((a, i) => {
      if (a === 0) {
        kinds.beyond++;
        expect(margin[i]).toBeGreaterThanOrEqual(1 - 1e-7);
      } else if (a < cost) {
        kinds.on++;
        expect(margin[i]).toBeCloseTo(1, 7);
      } else {
        kinds.within++;
        expect(margin[i]).toBeLessThanOrEqual(1 + 1e-7);
      }
    });
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(0);
  });
  it('is optimal: the dual objective has reached the primal one', () => {
    const square = alphas.reduce(
      (sum, a, i) => sum + alphas.reduce((row, b, j) => row + a * b * y[i] * y[j] * values[i * 80 + j], 0),
      0,
    );
    const violations = margin.reduce((sum, one) => sum + Math.max(0, 1 - one), 0);
    const dual = alphas.reduce((sum, a) => sum + a, 0) - square / 2;
    expect(dual).toBeCloseTo(square / 2 + cost * violations, 5);
  });
});

describe('solveDual refuses', () => {
  const identity = [1, 0, 0, 1];
  it.each([
    [identity, [1, 0], { cost: 1 }, 'labels are −1 or +1, got 0'],
    [identity, [1, 1], { cost: 1 }, 'both labels, −1 and +1, must occur'],
    [[1, 0, 0], [1, -1], { cost: 1 }, '2 examples need 4 kernel values, got 3'],
    [identity, [1, -1], { cost: 0 }, 'cost and tolerance must be > 0, got 0 and 0.000001'],
  ])('%j with labels %j and %j', (values, labels, settings, message) =>
    expect(() => solveDual(values, labels, settings)).toThrow(new RangeError(`solveDual: ${message}`)),
  );
  it('two examples in one place with opposite labels, where nothing may be violated', () =>
    expect(() => solveDual([1, 1, 1, 1], [1, -1], { cost: Infinity })).toThrow(/may not be separable/));
  it('but not where violations have a price', () =>
    expect(solveDual([1, 1, 1, 1], [1, -1], { cost: 3 }).alphas).toEqual([3, 3]));
});

describe('solveDual, watched', () => {
  const watched: { steps: number; balance: number; used: number }[] = [];
  const end = solveDual(kernelValues(and(), linearKernel), and().target, {
    cost: 10,
    onStep: ({ steps, alphas }) =>
      watched.push({
        steps,
        balance: alphas.reduce((sum, one, i) => sum + one * and().target[i], 0),
        used: alphas.filter((one) => one > 0).length,
      }),
  });
  it('tells the state before each step and at the end', () =>
    expect(watched.map(({ steps }) => steps)).toEqual(
      Array.from({ length: end.steps + 1 }, (_, step) => step),
    ));
  it('starts without support vectors and keeps Σ αᵢ yᵢ at 0', () => {
    expect(watched[0].used).toBe(0);
    expect(watched[1].used).toBe(2);
    for (const { balance } of watched) expect(balance).toBeCloseTo(0, 10);
  });
});
