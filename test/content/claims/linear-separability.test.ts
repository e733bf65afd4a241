/** Every number in content/entries/linear-separability.mdx, computed by the trainer. */

import { describe, expect, it } from 'vitest';
import { relu, sub } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { cube, labellings, learn, sum, tasks } from './learn.ts';

const corners = cube(2);

/** How many labellings the perceptron rule learns, after making sure that it cycles on all others. */
function separable(points: readonly (readonly number[])[]) {
  const outcomes = labellings(points.length).map((labels) => ({ labels, ...learn(points, labels) }));
  expect(outcomes.filter(({ end }) => end === 'moving')).toEqual([]);
  return {
    all: outcomes.length,
    learned: outcomes.filter(({ end }) => end === 'at rest'),
    cycling: outcomes.filter(({ end }) => end === 'cycles'),
    longest: Math.max(...outcomes.map(({ passes }) => passes)),
  };
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

/** Cover's count for n points in general position in d dimensions. */
const cover = (n: number, d: number): number =>
  2 * Array.from({ length: d + 1 }, (_, k) => choose(n - 1, k)).reduce((a, b) => a + b);

describe('functions of bits', () => {
  it.each([
    { bits: 1, functions: 4, count: 4 },
    { bits: 2, functions: 16, count: 14 },
    { bits: 3, functions: 256, count: 104 },
  ])('of $bits bits: $count of $functions are separable', ({ bits, functions, count }) => {
    const { all, learned } = separable(cube(bits));
    expect({ all, learned: learned.length }).toEqual({ all: functions, learned: count });
  });

  it('of two bits, only XOR and its negation are not', () =>
    expect(separable(corners).cycling.map(({ labels }) => labels)).toEqual(
      [tasks.xor, tasks.xor.map((label) => -label)].sort((a, b) => a[0] - b[0]),
    ));

  it('of three bits, all are decided within 20 passes', () => expect(separable(cube(3)).longest).toBe(20));
});

describe('XOR', () => {
  it('has (½, ½) in the middle of both classes', () => {
    const middle = (label: number) => {
      const [p, q] = corners.filter((_, i) => tasks.xor[i] === label);
      return p.map((one, i) => (one + q[i]) / 2);
    };
    expect(middle(-1)).toEqual([0.5, 0.5]);
    expect(middle(1)).toEqual([0.5, 0.5]);
  });

  it('becomes OR, which a line separates, if (1, 1) changes its label: three of four is the best', () => {
    const { weights } = learn(corners, tasks.or);
    expect(corners.filter((x, i) => tasks.xor[i] * sum(weights, x) > 0)).toHaveLength(3);
  });

  it('is separated by x₁ + x₂ − 2 x₁x₂ − ½ and learned with the product in 29 mistakes', () => {
    const lifted = corners.map(([a, b]) => [a, b, a * b]);
    expect(lifted.map((x) => Math.sign(sum([-0.5, 1, 1, -2], x)))).toEqual(tasks.xor);
    expect(learn(lifted, tasks.xor)).toMatchObject({ end: 'at rest', mistakes: 29 });
  });

  it('is h₁ − 2 h₂ of two hidden units', () => {
    const x = input('x', [4, 2]);
    const ones = constant([1, 1], 'float32', [2, 1]);
    const hidden = (bias: number) => relu(dense(x, ones, constant([bias])));
    const output = sub(hidden(0), dense(hidden(-1), constant([2], 'float32', [1, 1]), constant([0])));
    expect(numbersOf(output, { x: corners.flat() })).toEqual([0, 1, 1, 0]);
  });
});

describe('points in general position', () => {
  const hexagon = [
    [2, 0],
    [1, 2],
    [-1, 2],
    [-2, 0],
    [-1, -2],
    [1, -2],
  ]; // no three on a line

  it.each([
    { what: 'four points of the plane', points: corners, count: 14 },
    { what: 'six points of the plane', points: hexagon, count: 32 },
    { what: 'three points of the plane', points: hexagon.slice(0, 3), count: 8 },
    {
      what: 'four points of space',
      points: [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      count: 16,
    },
  ])('$what: $count labellings are separable, as the formula says', ({ points, count }) => {
    expect(separable(points).learned).toHaveLength(count);
    expect(cover(points.length, points[0].length)).toBe(count);
  });

  it('the formula gives all labellings of d + 1 points and half of those of 2 (d + 1)', () => {
    for (const d of [1, 2, 3, 4, 5, 6]) {
      expect(cover(d + 1, d)).toBe(2 ** (d + 1));
      expect(cover(2 * (d + 1), d)).toBe(2 ** (2 * (d + 1)) / 2);
    }
  });

  it('the corners of the cube are not: twelve planes hold four each, and 104 is less than 128', () => {
    const p = cube(3);
    const flat = ([a, b, c, d]: number[]) => {
      const [u, v, w] = [b, c, d].map((i) => p[i].map((one, k) => one - p[a][k]));
      const volume =
        u[0] * (v[1] * w[2] - v[2] * w[1]) -
        u[1] * (v[0] * w[2] - v[2] * w[0]) +
        u[2] * (v[0] * w[1] - v[1] * w[0]);
      return volume === 0;
    };
    const fours = cube(8).filter((chosen) => chosen.reduce((a, b) => a + b) === 4);
    const indices = fours.map((chosen) => chosen.flatMap((bit, i) => (bit ? [i] : [])));
    expect(indices.filter(flat)).toHaveLength(12);
    expect(cover(8, 3)).toBe(128);
  });
});

describe('deciding by the perceptron rule', () => {
  it('finds counts cᵢ with Σ cᵢ yᵢ (1, xᵢ) = 0 where the weights come back', () => {
    // XOR from zero: one mistake on each corner, and the weights are back.
    const total = [0, 1, 2].map((k) => corners.reduce((a, x, i) => a + tasks.xor[i] * [1, ...x][k], 0));
    expect(learn(corners, tasks.xor)).toMatchObject({ end: 'cycles', mistakes: 4, weights: [0, 0, 0] });
    expect(total).toEqual([0, 0, 0]);
  });
});

describe('the two margins of AND with b = −3, w = (2, 2)', () => {
  const least = Math.min(...corners.map((x, i) => tasks.and[i] * sum([-3, 2, 2], x)));

  it('is 1/√8 ≈ 0.354 as a distance', () => {
    expect(least / Math.hypot(2, 2)).toBeCloseTo(1 / Math.sqrt(8), 12);
    expect(least / Math.hypot(2, 2)).toBeCloseTo(0.354, 3);
  });

  it('is 1/√17 ≈ 0.243 with the bias as a weight', () => {
    expect(least / Math.hypot(-3, 2, 2)).toBeCloseTo(1 / Math.sqrt(17), 12);
    expect(least / Math.hypot(-3, 2, 2)).toBeCloseTo(0.243, 3);
  });
});
