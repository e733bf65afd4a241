import { describe, expect, it } from 'vitest';
import { drawLetter, letters, lettersAt, placesAcross, squareSide } from '../../src/datasets/letters.ts';

const rows = (image: Float32Array) =>
  Array.from({ length: squareSide }, (_, i) =>
    [...image.subarray(squareSide * i, squareSide * (i + 1))].join(''),
  );

describe('drawLetter', () => {
  it('puts the first corner where it is told to', () => {
    const image = rows(drawLetter('L', 2, 4));
    expect(image.slice(1, 8)).toEqual([
      '000000000000',
      '000010000000',
      '000010000000',
      '000010000000',
      '000010000000',
      '000011111000',
      '000000000000',
    ]);
  });
  it('keeps the whole letter inside the square at the last place', () => {
    const inkOf = (place: number) => drawLetter('Z', place, place).reduce((sum, one) => sum + one);
    expect(inkOf(placesAcross - 1)).toBe(inkOf(0));
  });
});

describe('lettersAt', () => {
  it('gives every letter at each place, with its name', () => {
    const { count, x, target } = lettersAt([
      [0, 0],
      [3, 1],
    ]);
    expect(count).toBe(8);
    expect(x.subarray(5 * 144, 6 * 144)).toEqual(drawLetter(letters[1], 3, 1));
    expect([...target.subarray(5 * 4, 6 * 4)]).toEqual([0, 1, 0, 0]);
  });
});
