import { expect, it } from 'vitest';
import { slice } from '../../src/datasets/dataset.ts';

const three = { count: 3, x: Float32Array.of(1, 2, 3, 4, 5, 6), target: Float32Array.of(7, 8, 9) };

it('slices inputs and targets of the same examples', () => {
  expect(slice(three, 1, 3)).toEqual({
    count: 2,
    x: Float32Array.of(3, 4, 5, 6),
    target: Float32Array.of(8, 9),
  });
});

it('refuses examples that are not there', () => {
  expect(() => slice(three, 1, 4)).toThrow('slice: examples 1 to 4 of a set of 3');
  expect(() => slice(three, -1, 2)).toThrow(RangeError);
});
