import { describe, expect, it } from 'vitest';
import {
  broadcastShapes,
  broadcastStrides,
  forEachIndex,
  formatShape,
  resolveAxis,
  sameShape,
  sizeOf,
  stridesOf,
} from '../../src/graph/shape.ts';

describe('sizeOf', () => {
  it('is 1 for a scalar, because a scalar holds one number', () => expect(sizeOf([])).toBe(1));
  it('is the product of the lengths', () => expect(sizeOf([2, 3, 5])).toBe(30));
  it('is 0 where an axis is empty', () => expect(sizeOf([4, 0])).toBe(0));
});

describe('sameShape', () => {
  it('tells a row from a vector of the same numbers', () => {
    expect(sameShape([3], [1, 3])).toBe(false);
    expect(sameShape([1, 3], [1, 3])).toBe(true);
  });
});

describe('stridesOf', () => {
  it('counts how far apart neighbours lie, the last axis being dense', () =>
    expect(stridesOf([2, 3, 5])).toEqual([15, 5, 1]));
});

describe('broadcastShapes', () => {
  it('aligns at the last axis and repeats lengths of 1', () =>
    expect(broadcastShapes('Add', [[4, 1, 3], [2, 1], []])).toEqual([4, 2, 3]));
  it('says which operator, which shapes and which axis clash', () =>
    expect(() =>
      broadcastShapes('Add', [
        [2, 3],
        [2, 4],
      ]),
    ).toThrow(new RangeError('Add: [2, 3] and [2, 4] do not broadcast: axis 1 has lengths 3 and 4')));
  it('never repeats a length other than 1, however well it divides', () =>
    expect(() => broadcastShapes('Mul', [[6], [3]])).toThrow(
      new RangeError('Mul: [6] and [3] do not broadcast: axis 0 has lengths 6 and 3'),
    ));
});

describe('broadcastStrides', () => {
  it('stands still along repeated and missing axes', () =>
    expect(broadcastStrides([3, 1], [2, 3, 4])).toEqual([0, 1, 0]));
});

describe('forEachIndex', () => {
  it('visits a transposed matrix in row-major order of the result', () => {
    const offsets: number[] = [];
    forEachIndex([3, 2], [[1, 3]], (_, [offset]) => offsets.push(offset));
    expect(offsets).toEqual([0, 3, 1, 4, 2, 5]);
  });
  it('visits a scalar once', () => {
    let visits = 0;
    forEachIndex([], [[]], () => visits++);
    expect(visits).toBe(1);
  });
});

describe('resolveAxis', () => {
  it('counts negative axes from the end', () => expect(resolveAxis('ReduceSum', -1, 3)).toBe(2));
  it.each([3, -4, 0.5])('refuses axis %s of a tensor of rank 3', (axis) =>
    expect(() => resolveAxis('ReduceSum', axis, 3)).toThrow(
      new RangeError(`ReduceSum: axis ${axis} does not exist in a tensor of rank 3`),
    ),
  );
});

describe('formatShape', () => {
  it('writes a shape as error messages show it', () => expect(formatShape([2, 3])).toBe('[2, 3]'));
});
