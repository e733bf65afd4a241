import { describe, expect, it } from 'vitest';
import { drawings } from '../../src/datasets/drawings/index.ts';
import { type Drawing, rasterise } from '../../src/datasets/drawings/rasterise.ts';
import { disc, ground, poly } from '../../src/datasets/drawings/shapes.ts';
import { cifarClasses } from '../../src/recipes/cifar-layers.ts';

const drawing = (...shapes: Drawing['shapes']): Drawing => ({ title: 'test', shows: 'ship', shapes });
const at = (pixels: Float32Array, channel: number, row: number, column: number): number =>
  pixels[channel * 1024 + row * 32 + column];
const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((a, b) => a + b, 0);

describe('rasterise', () => {
  it('keeps colours apart, red first, and leaves black where nothing is drawn', () => {
    const pixels = rasterise(drawing(ground([255, 51, 0], [255, 51, 0], 8, 16)));
    expect([0, 1, 2].map((channel) => at(pixels, channel, 10, 5))).toEqual([1, expect.closeTo(0.2, 6), 0]);
    expect(at(pixels, 0, 7, 5)).toBe(0);
    expect(at(pixels, 0, 16, 5)).toBe(0);
  });

  it('gives a pixel that a shape half covers half its colour', () =>
    expect(
      at(rasterise(drawing(poly([255, 0, 0], [0, 0], [4.5, 0], [4.5, 9], [0, 9]))), 0, 3, 4),
    ).toBeCloseTo(0.5));

  it('gives a disc the area of a disc', () =>
    // π (10/2) (20/2) = 157.08; sixteen samples a pixel miss it by little.
    expect(sum(rasterise(drawing(disc([255, 0, 0], 15, 16, 10, 20))))).toBeCloseTo(157.08, -0.5));

  it('leaves out what a hollow polygon does not hold', () => {
    const notched = poly([255, 0, 0], [0, 0], [10, 0], [10, 10], [5, 4], [0, 10]);
    expect(sum(rasterise(drawing(notched)))).toBeCloseTo(100 - 30, -0.5);
  });

  it('lays later shapes over earlier ones', () =>
    expect(at(rasterise(drawing(ground([255, 0, 0]), disc([0, 255, 0], 16, 16, 8))), 0, 16, 16)).toBe(0));
});

describe('the drawings', () => {
  it('show one of each class', () =>
    expect(Object.values(drawings).map(({ shows }) => shows)).toEqual([...cifarClasses]));

  it('fill the picture with numbers between 0 and 1, leaving no hole', () => {
    for (const one of Object.values(drawings)) {
      const pixels = rasterise(one);
      expect(pixels).toHaveLength(3072);
      expect(pixels.every((value) => value >= 0 && value <= 1.000001)).toBe(true);
      for (let i = 0; i < 1024; i++)
        expect(pixels[i] + pixels[1024 + i] + pixels[2048 + i]).toBeGreaterThan(0);
    }
  });
});
