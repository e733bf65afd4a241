import { describe, expect, it } from 'vitest';
import { constant, input } from '../../../src/graph/value.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const sample = [irregular([4, 3]), irregular([3, 2], 1, 3), irregular([2], 1, 5)];

describe('dense', () => {
  it('weighs every input into every output and adds the bias to each row', () => {
    const x = constant([1, 2, 0, -1], 'float32', [2, 2]);
    const weights = constant([1, 10, 100, 1000], 'float32', [2, 2]);
    expect(numbersOf(dense(x, weights, constant([0.5, -0.5])))).toEqual([201.5, 2009.5, -99.5, -1000.5]);
  });
  it('refuses weights for another number of inputs', () =>
    expect(() => dense(input('x', [4, 3]), input('w', [2, 5]), input('b', [5]))).toThrow(
      new RangeError('MatMul: [4, 3] · [2, 5]: 3 columns on the left, 2 rows on the right'),
    ));
  it('has the gradient that central differences measure', () => expectGradient(dense, sample));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(dense, sample));
});
