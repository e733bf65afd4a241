import { describe, expect, it } from 'vitest';
import { matmul } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const product: Build = (a, b) => matmul(a, b);

describe.each<{ of: string; at: Sample[] }>([
  { of: '[2, 3] · [3, 4]', at: [irregular([2, 3]), irregular([3, 4], 1, 3)] },
  { of: 'a row · a column', at: [irregular([1, 5]), irregular([5, 1], 1, 3)] },
  { of: 'a column · a row', at: [irregular([5, 1]), irregular([1, 3], 1, 3)] },
  { of: 'a batch of three · a batch of three', at: [irregular([3, 2, 4]), irregular([3, 4, 2], 1, 3)] },
  { of: 'a batch · one matrix for all of it', at: [irregular([3, 2, 4]), irregular([4, 2], 1, 3)] },
  { of: 'batches that broadcast both ways', at: [irregular([2, 1, 2, 3]), irregular([4, 3, 2], 1, 3)] },
])('matmul of $of', ({ at }) => {
  it('has the gradient that central differences measure', () => expectGradient(product, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(product, at));
});

describe('matmul', () => {
  it('sums rows of the left times columns of the right', () => {
    const left = constant([1, 2, 3, 4, 5, 6], 'float32', [2, 3]);
    const right = constant([1, 10, 2, 20, 3, 30], 'float32', [3, 2]);
    expect(numbersOf(matmul(left, right))).toEqual([14, 140, 32, 320]);
  });

  it.each([
    {
      a: [32, 784],
      b: [128, 10],
      says: '[32, 784] · [128, 10]: 784 columns on the left, 128 rows on the right',
    },
    { a: [3], b: [3, 2], says: '[3] · [3, 2]: both sides need at least two axes' },
  ])('refuses $says', ({ a, b, says }) =>
    expect(() => matmul(input('a', a), input('b', b))).toThrow(new RangeError(`MatMul: ${says}`)),
  );
  it('refuses batches that do not broadcast', () =>
    expect(() => matmul(input('a', [2, 3, 4]), input('b', [3, 4, 5]))).toThrow(
      new RangeError('MatMul: [2] and [3] do not broadcast: axis 0 has lengths 2 and 3'),
    ));
  it('refuses numbers that are not real', () =>
    expect(() => matmul(input('a', [2, 2]), input('b', [2, 2], 'int64'))).toThrow(
      new RangeError('MatMul: input 2 must be float32, got int64'),
    ));
});
