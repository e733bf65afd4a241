import { describe, expect, it } from 'vitest';
import { expand, reshape, transpose } from '../../../src/graph/ops/index.ts';
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
  { op: 'transpose of a matrix', of: (x) => transpose(x), at: [irregular([2, 3])] },
  // A rotation of three axes is not its own inverse, so a gradient that permutes the wrong way shows.
  { op: 'transpose that rotates three axes', of: (x) => transpose(x, [2, 0, 1]), at: [cube] },
  { op: 'reshape', of: (x) => reshape(x, [6, 4]), at: [cube] },
  { op: 'reshape of one number to a scalar', of: (x) => reshape(x, []), at: [irregular([1, 1])] },
  { op: 'expand of a column', of: (x) => expand(x, [3, 4]), at: [irregular([3, 1])] },
  { op: 'expand to more axes', of: (x) => expand(x, [2, 3, 4]), at: [irregular([3, 1])] },
  { op: 'expand of a scalar', of: (x) => expand(x, [2, 2]), at: [{ shape: [], data: [1.5] }] },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const matrix = constant([1, 2, 3, 4, 5, 6], 'float32', [2, 3]);

describe('transpose', () => {
  it('turns rows into columns', () => {
    expect(transpose(matrix).shape).toEqual([3, 2]);
    expect(numbersOf(transpose(matrix))).toEqual([1, 4, 2, 5, 3, 6]);
  });
  it('reads axis i of the result from axis perm[i]', () =>
    expect(transpose(input('x', [2, 3, 4]), [2, 0, 1]).shape).toEqual([4, 2, 3]));
  it.each([
    { perm: [0, 0], says: '[0, 0]' },
    { perm: [0], says: '[0]' },
    { perm: [1, 2], says: '[1, 2]' },
  ])('refuses $says as an order of two axes', ({ perm, says }) =>
    expect(() => transpose(matrix, perm)).toThrow(
      new RangeError(`Transpose: ${says} does not reorder the axes of [2, 3]`),
    ),
  );
});

describe('reshape', () => {
  it('keeps the order of the numbers', () =>
    expect(numbersOf(reshape(matrix, [3, 2]))).toEqual([1, 2, 3, 4, 5, 6]));
  it('refuses to lose or invent numbers', () =>
    expect(() => reshape(matrix, [4, 2])).toThrow(
      new RangeError('Reshape: [2, 3] holds 6 numbers, [4, 2] holds 8'),
    ));
});

describe('expand', () => {
  it('repeats along axes of length 1', () =>
    expect(numbersOf(expand(constant([1, 2], 'float32', [2, 1]), [2, 3]))).toEqual([1, 1, 1, 2, 2, 2]));
  it('refuses to repeat any other length', () =>
    expect(() => expand(matrix, [4, 3])).toThrow(
      new RangeError('Expand: [2, 3] and [4, 3] do not broadcast: axis 0 has lengths 2 and 4'),
    ));
});
