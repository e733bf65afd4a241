import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { reduceMax, reduceMean, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const cube = irregular([2, 3, 4], 2);

describe.each<{ op: string; of: Build; at: Sample[] }>([
  { op: 'reduceSum over everything', of: (x) => reduceSum(x), at: [cube] },
  { op: 'reduceSum over the first axis', of: (x) => reduceSum(x, [0]), at: [cube] },
  { op: 'reduceSum over two axes, counted from the end', of: (x) => reduceSum(x, [-1, -3]), at: [cube] },
  { op: 'reduceSum of a scalar', of: (x) => reduceSum(x), at: [{ shape: [], data: [1.5] }] },
  { op: 'reduceMax over the last axis', of: (x) => reduceMax(x, [-1]), at: [cube] },
  { op: 'reduceMax over two axes', of: (x) => reduceMax(x, [0, 2]), at: [cube] },
  { op: 'reduceMean over everything', of: (x) => reduceMean(x), at: [cube] },
  { op: 'reduceMean over the middle axis', of: (x) => reduceMean(x, [1]), at: [cube] },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const matrix = constant([1, 2, 3, -4, -5, -6], 'float32', [2, 3]);

describe('reduceSum', () => {
  it('keeps reduced axes with length 1, so that the result still broadcasts against its source', () => {
    expect(reduceSum(matrix, [1]).shape).toEqual([2, 1]);
    expect(numbersOf(reduceSum(matrix, [1]))).toEqual([6, -15]);
    expect(numbersOf(reduceSum(matrix, [0]))).toEqual([-3, -3, -3]);
  });
  it('is a scalar when no axis is named', () => {
    expect(reduceSum(matrix).shape).toEqual([]);
    expect(numbersOf(reduceSum(matrix))).toEqual([-9]);
  });
  it('changes nothing along an axis of length 1', () =>
    expect(numbersOf(reduceSum(constant([7, 8], 'float32', [1, 2]), [0]))).toEqual([7, 8]));
  it('refuses an axis that does not exist', () =>
    expect(() => reduceSum(matrix, [2])).toThrow(
      new RangeError('ReduceSum: axis 2 does not exist in a tensor of rank 2'),
    ));
});

describe('reduceMax', () => {
  it('finds the largest of negative numbers too', () =>
    expect(numbersOf(reduceMax(matrix, [1]))).toEqual([3, -4]));
  it('shares the gradient equally between ties', () => {
    const x = input('x', [4]);
    const [slope] = gradients(reduceSum(reduceMax(x, [0])), [x]);
    expect(numbersOf(slope, { x: [5, 1, 5, 2] })).toEqual([0.5, 0, 0.5, 0]);
  });
});

describe('reduceMean', () => {
  it('divides by how many numbers went into each mean, not by all of them', () =>
    expect(numbersOf(reduceMean(matrix, [1]))).toEqual([2, -5]));
});
