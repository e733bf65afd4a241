import { describe, expect, it } from 'vitest';
import { constant } from '../../../src/graph/value.ts';
import { fitUnit, outputOf } from '../../../src/trainer/gmdh/fit-unit.ts';
import { observations } from '../../../src/trainer/gmdh/observations.ts';
import { polynomialUnit } from '../../../src/trainer/gmdh/polynomial-unit.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const coefficients = [0.5, 1, -2, 3, 0.25, -1];
const value = (u: number, v: number) => 0.5 + u - 2 * v + 3 * u * v + 0.25 * u * u - v * v;

describe('polynomialUnit', () => {
  const samples = [irregular([4, 1]), irregular([4, 1], 1, 2), irregular([5, 1], 1, 3), irregular([1])];

  it('is the quadratic with cross term, in the order 1, u, v, u v, u², v²', () => {
    const [u, v] = [constant([2, -1], 'float32', [2, 1]), constant([3, 0.5], 'float32', [2, 1])];
    const weights = constant(coefficients.slice(1), 'float32', [5, 1]);
    expect(numbersOf(polynomialUnit(u, v, weights, constant([0.5])))).toEqual([value(2, 3), value(-1, 0.5)]);
  });
  it('has the gradient that central differences measure', () => expectGradient(polynomialUnit, samples));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(polynomialUnit, samples));
});

describe('fitUnit', () => {
  // Three columns, of which the unit may look at 2 and 0 only.
  const places = [-1, -0.5, 0.25, 1].flatMap((u) => [-1, 0, 1].flatMap((v) => [[v, 7 * u * v, u]]));
  const training = observations(
    places.flat(),
    places.map(([v, , u]) => value(u, v)),
  );
  const checking = observations([0.5, 9, 2, -2, 9, 3], [value(2, 0.5) + 0.1, value(3, -2) - 0.3]);

  it('finds the coefficients that the training part was made with', () =>
    expect(fitUnit(2, 0, { training, checking }).coefficients).toBeCloseToTensor(coefficients, 1e-13));
  it('judges by the mean squared error on the checking part, which the fit has not seen', () =>
    expect(fitUnit(2, 0, { training, checking }).error).toBeCloseTo((0.01 + 0.09) / 2, 12));
  it('answers as the graph does', () =>
    expect(outputOf({ first: 2, second: 0, coefficients }, checking.inputs)).toBeCloseToTensor(
      [value(2, 0.5), value(3, -2)],
      1e-14,
    ));
});

describe('observations', () => {
  it('makes columns of rows', () => {
    const { inputs, target } = observations([1, 2, 3, 4, 5, 6], [7, 8]);
    expect(inputs.map((column) => [...column])).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect([...target]).toEqual([7, 8]);
  });
  it('refuses rows of unequal length', () =>
    expect(() => observations([1, 2, 3], [7, 8])).toThrow(
      new RangeError('observations: 3 numbers do not share out among 2 examples'),
    ));
});
