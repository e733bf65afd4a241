import { describe, expect, it } from 'vitest';
import { colour, colourAxes } from '../../src/datasets/augment/colour.ts';
import { centreCrop, crop } from '../../src/datasets/augment/crop.ts';
import { mirror } from '../../src/datasets/augment/mirror.ts';
import { principalAxes } from '../../src/datasets/augment/principal-axes.ts';
import { shift } from '../../src/datasets/augment/shift.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import '../support/close-to.ts';

// Two channels of 2 × 3; every number differs.
const shape = { channels: 2, height: 2, width: 3 };
const picture = Float32Array.from({ length: 12 }, (_, i) => i + 1);
const batch = (count: number) => Float32Array.from({ length: 12 * count }, (_, i) => (i % 12) + 1);
const pictures = (numbers: Float32Array, size = 12) =>
  Array.from({ length: numbers.length / size }, (_, i) =>
    Array.from(numbers.subarray(i * size, (i + 1) * size)),
  );
const distinct = (all: readonly (readonly number[])[]) => new Set(all.map((one) => one.join(' ')));

describe.each([
  { name: 'mirror', of: (seed: number) => mirror(batch(200), shape, random(seed)) },
  { name: 'shift', of: (seed: number) => shift(batch(200), shape, { by: 1 }, random(seed)) },
  { name: 'crop', of: (seed: number) => crop(batch(200), shape, { height: 1, width: 2 }, random(seed)) },
  { name: 'colour', of: (seed: number) => colour(batch(200), shape, { axes: [[1, 2]] }, random(seed)) },
])('$name', ({ of }) => {
  it('draws anew for each picture, the same again from the same seed', () => {
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    expect(distinct(pictures(of(1), of(1).length / 200)).size).toBeGreaterThan(1);
  });
});

describe('mirror', () => {
  it('leaves a picture or turns each row of each channel round, about equally often', () => {
    const all = pictures(mirror(batch(400), shape, random(1)));
    const turned = '3 2 1 6 5 4 9 8 7 12 11 10';
    expect(distinct(all)).toEqual(new Set([Array.from(picture).join(' '), turned]));
    const times = all.filter((one) => one.join(' ') === turned).length;
    expect(Math.abs(times - 200)).toBeLessThan(50);
  });
  it('leaves the batch it was given alone', () => {
    const given = batch(20);
    mirror(given, shape, random(1));
    expect(given).toEqual(batch(20));
  });
});

describe('shift', () => {
  it('moves by every step up to the limit, all channels together, and fills with 0', () => {
    const all = distinct(pictures(shift(batch(400), shape, { by: 1 }, random(1))));
    expect(all.size).toBe(9);
    expect(all).toContain('1 2 3 4 5 6 7 8 9 10 11 12');
    // The picture moved one row up and one column left: the window starts at row 1, column 1.
    expect(all).toContain('5 6 0 0 0 0 11 12 0 0 0 0');
    // One row down and one column right.
    expect(all).toContain('0 0 0 0 1 2 0 0 0 0 7 8');
  });
  it('moves by nothing when the limit is 0', () => {
    expect(shift(batch(3), shape, { by: 0 }, random(1))).toEqual(batch(3));
  });
  it('may move a picture right out of its frame', () => {
    expect(distinct(pictures(shift(batch(300), shape, { by: 5 }, random(1))))).toContain(
      '0 0 0 0 0 0 0 0 0 0 0 0',
    );
  });
});

describe('crop', () => {
  it('cuts windows of the size asked for at every place there is', () => {
    const all = distinct(pictures(crop(batch(200), shape, { height: 1, width: 2 }, random(1)), 4));
    expect([...all].sort()).toEqual(['1 2 7 8', '2 3 8 9', '4 5 10 11', '5 6 11 12']);
  });
  it('refuses a window larger than the picture', () => {
    expect(() => crop(picture, shape, { height: 3, width: 2 }, random(1))).toThrow(
      'crop: a window of 3 × 2 does not fit into 2 × 3',
    );
  });
  it('cuts out the middle for the test', () => {
    expect(Array.from(centreCrop(picture, shape, { height: 2, width: 1 }))).toEqual([2, 5, 8, 11]);
  });
});

describe('principalAxes', () => {
  it('finds variances and directions, the largest first, each with its largest number positive', () => {
    // 3 along (0.6, 0.8) and 1 across it.
    const [first, second] = principalAxes([
      [3 * 0.36 + 0.64, 2 * 0.48],
      [2 * 0.48, 3 * 0.64 + 0.36],
    ]);
    expect([first.variance, ...first.axis]).toBeCloseToTensor([3, 0.6, 0.8], 1e-14);
    expect([second.variance, ...second.axis]).toBeCloseToTensor([1, 0.8, -0.6], 1e-14);
  });
  it('takes a matrix of three rows apart and can put it together again', () => {
    const matrix = [
      [4, 1, -2],
      [1, 3, 0.5],
      [-2, 0.5, 5],
    ];
    const axes = principalAxes(matrix);
    const rebuilt = matrix.map((row, i) =>
      row.map((_, j) => axes.reduce((sum, { variance, axis }) => sum + variance * axis[i] * axis[j], 0)),
    );
    expect(rebuilt.flat()).toBeCloseToTensor(matrix.flat(), 1e-14);
    const [a, b, c] = axes.map(({ variance }) => variance);
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(c);
  });
});

describe('colour', () => {
  it('adds one colour to all pixels of a picture, along the axes', () => {
    for (const one of pictures(colour(batch(50), shape, { axes: [[1, 3]] }, random(1)))) {
      const added = one.map((number, i) => number - picture[i]);
      expect(added.slice(1, 6)).toBeCloseToTensor(Array(5).fill(added[0]), 1e-6);
      expect(added.slice(6)).toBeCloseToTensor(Array(6).fill(3 * added[0]), 1e-6);
    }
  });
  it('adds as much as its strength says', () => {
    const added = pictures(colour(batch(2000), shape, { axes: [[1, 0]], strength: 0.2 }, random(1))).map(
      ([first]) => first - 1,
    );
    const spread = Math.sqrt(added.reduce((sum, one) => sum + one * one, 0) / added.length);
    expect(Math.abs(spread - 0.2)).toBeLessThan(0.01);
  });
  it('measures the axes: the direction in which colours vary, times how much', () => {
    // Two pixels a picture, always (t, 2 t) away from (5, 5): variance along (1, 2)/√5 is 5 · mean t².
    const flat = { channels: 2, height: 1, width: 2 };
    const [first, second] = colourAxes(Float32Array.of(6, 4, 7, 3, 7, 3, 9, 1), flat);
    const root = Math.sqrt(5);
    const variance = (5 * (1 + 1 + 4 + 4)) / 4;
    expect(first).toBeCloseToTensor([variance / root, (2 * variance) / root], 1e-6);
    expect(second).toBeCloseToTensor([0, 0], 1e-6);
  });
});
