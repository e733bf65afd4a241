import { describe, expect, it } from 'vitest';
import { constant } from '../../../src/graph/value.ts';
import { batchNormalization, batchStatistics } from '../../../src/trainer/layers/batch-normalization.ts';
import { type Build, expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const of: Build = (x, gain, shift) => batchNormalization(x, gain, shift);

describe.each([
  { what: 'features', at: [irregular([5, 3], 2), irregular([3], 1, 2), irregular([3], 1, 3)] },
  {
    what: 'channels of images',
    at: [irregular([2, 3, 2, 4], 2), irregular([3], 1, 2), irregular([3], 1, 3)],
  },
])('batchNormalization of $what', ({ at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at, 5e-6));
});

describe('batchNormalization', () => {
  const x = constant([1, 10, 3, 30], 'float32', [2, 2]);
  const [one, zero] = [constant([1, 1]), constant([0, 0])];
  it('gives each feature mean 0 and variance 1', () =>
    expect(numbersOf(batchNormalization(x, one, zero, undefined, 0))).toEqual([-1, -1, 1, 1]));
  it('then scales and shifts it', () =>
    expect(numbersOf(batchNormalization(x, constant([2, 3]), constant([10, 20]), undefined, 0))).toEqual([
      8, 17, 12, 23,
    ]));
  it('uses other statistics when given', () => {
    const known = {
      mean: constant([1, 0], 'float32', [1, 2]),
      variance: constant([4, 25], 'float32', [1, 2]),
    };
    expect(numbersOf(batchNormalization(x, one, zero, known, 0))).toEqual([0, 2, 1, 6]);
  });
  it('keeps a feature that never changes finite', () => {
    const same = constant([7, 7], 'float32', [2, 1]);
    expect(numbersOf(batchNormalization(same, constant([1]), constant([0])))).toEqual([0, 0]);
  });
});

describe('batchStatistics', () => {
  it('are the mean and the biased variance of each channel', () => {
    const { mean, variance } = batchStatistics(
      constant([1, 3, 10, 10, 5, 7, 10, 14], 'float32', [2, 2, 1, 2]),
    );
    expect(numbersOf(mean)).toEqual([4, 11]);
    expect(numbersOf(variance)).toEqual([5, 3]);
  });
});
