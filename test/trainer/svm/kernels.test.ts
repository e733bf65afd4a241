import { describe, expect, it } from 'vitest';
import { constant, type Value } from '../../../src/graph/value.ts';
import { linearKernel, polynomialKernel, radialKernel } from '../../../src/trainer/svm/kernels.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const a = constant([1, 2, -3, 0.5], 'float32', [2, 2]);
const b = constant([2, 1, 0, -1, 1, 2], 'float32', [3, 2]);

describe.each([
  { name: 'linear', kernel: linearKernel },
  { name: 'polynomial', kernel: polynomialKernel(3, 0.5) },
  { name: 'radial', kernel: radialKernel(0.7) },
])('the $name kernel', ({ kernel }) => {
  const samples = [irregular([3, 4]), irregular([2, 4], 1, 2)];
  it('has the gradient that central differences measure', () => expectGradient(kernel, samples));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(kernel, samples));
});

describe('linearKernel', () =>
  it('pairs every row of one with every row of the other', () =>
    expect(numbersOf(linearKernel(a, b))).toEqual([4, -2, 5, -5.5, -0.5, -2])));

describe('polynomialKernel', () => {
  it('of degree 2 is the inner product of 1, √2 x₁, √2 x₂, √2 x₁x₂, x₁², x₂²', () => {
    const root = Math.sqrt(2);
    const features = (data: readonly number[]): Value =>
      constant(
        [0, 1].flatMap((row) => {
          const [x1, x2] = data.slice(2 * row, 2 * row + 2);
          return [1, root * x1, root * x2, root * x1 * x2, x1 * x1, x2 * x2];
        }),
        'float32',
        [2, 6],
      );
    const found = numbersOf(polynomialKernel(2)(a, a));
    expect(found).toBeCloseToTensor(numbersOf(linearKernel(features(a.data), features(a.data))), 1e-12);
  });
  it('of degree 1 without offset is the linear kernel', () =>
    expect(numbersOf(polynomialKernel(1, 0)(a, b))).toEqual(numbersOf(linearKernel(a, b))));
  it.each([
    [0, 1],
    [1.5, 1],
    [2, -1],
  ])('refuses degree %d with offset %d', (degree, offset) =>
    expect(() => polynomialKernel(degree, offset)).toThrow(
      new RangeError(
        `polynomialKernel: takes a degree of 1, 2, … and an offset ≥ 0, got ${degree} and ${offset}`,
      ),
    ),
  );
});

describe('radialKernel', () => {
  it('falls with the squared distance', () => {
    // ‖(1, 2) − (2, 1)‖² = 2, ‖(1, 2) − (0, −1)‖² = 10, (1, 2) itself
    const [near, far, same] = numbersOf(radialKernel(0.25)(a, b));
    expect([near, far, same]).toBeCloseToTensor([Math.exp(-0.5), Math.exp(-2.5), 1], 1e-14);
  });
  it.each([0, -1, Number.NaN])('refuses γ = %d', (gamma) =>
    expect(() => radialKernel(gamma)).toThrow(new RangeError(`radialKernel: takes a γ > 0, got ${gamma}`)),
  );
});
