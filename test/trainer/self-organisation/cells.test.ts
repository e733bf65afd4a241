import { describe, expect, it } from 'vitest';
import { constant, type Value } from '../../../src/graph/value.ts';
import { cCells } from '../../../src/trainer/self-organisation/c-cells.ts';
import { fallOff } from '../../../src/trainer/self-organisation/fall-off.ts';
import { nearness, sCells } from '../../../src/trainer/self-organisation/s-cells.ts';
import { shuntingInhibition } from '../../../src/trainer/self-organisation/shunting-inhibition.ts';
import { expectRuntimeAgrees, irregular, type Sample } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const image = (shape: readonly number[], data: readonly number[]): Value => constant(data, 'float32', shape);

describe('shuntingInhibition', () => {
  it('divides by the inhibition and cuts off below 0', () =>
    // r = 3: 2r/(1+r) = 1.5;  3 · ((1 + 4) / (1 + 1.5 · 2) − 1) = 0.75, 3 · (1 + 4 − 1) = 12
    expect(numbersOf(shuntingInhibition(constant([4, 4, 1]), constant([2, 0, 2]), 3))).toEqual([
      0.75, 12, 0,
    ]));
  it.each([0, -1, Number.NaN])('refuses the selectivity %s', (r) =>
    expect(() => shuntingInhibition(constant([1]), constant([1]), r)).toThrow(
      new RangeError(`shuntingInhibition: the selectivity must be > 0, got ${r}`),
    ),
  );
});

describe('fallOff', () => {
  it('is 1 in the middle and falls with the squared distance', () =>
    expect(fallOff(3)).toBeCloseToTensor(
      [9 / 11, 9 / 10, 9 / 11, 9 / 10, 1, 9 / 10, 9 / 11, 9 / 10, 9 / 11],
      1e-15,
    ));
  it('refuses a field without a middle', () =>
    expect(() => fallOff(4)).toThrow(new RangeError('fallOff: the side of a field must be odd, got 4')));
});

const positive = (sample: Sample): Sample =>
  'shape' in sample ? { shape: sample.shape, data: sample.data.map(Math.abs) } : sample.map(Math.abs);

describe('sCells', () => {
  it('give what onnxruntime gives', () =>
    expectRuntimeAgrees(
      (x, excitatory, inhibitory) => sCells(x, { excitatory, inhibitory }, { selectivity: 2, padding: 1 }),
      [
        positive(irregular([2, 2, 5, 4])),
        positive(irregular([3, 2, 3, 3], 1, 2)),
        positive(irregular([3, 1, 1], 0.1, 3)),
      ],
      1e-5,
    ));

  // A diagonal that a single plane has learnt thoroughly: a = q c p, b = q/2 √(Σ c p²).
  const q = 1e6;
  const p = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const c = nearness(1, 3).data;
  const length = Math.sqrt(p.reduce((sum, one, i) => sum + c[i] * one * one, 0));
  const weights = {
    excitatory: image(
      [1, 1, 3, 3],
      p.map((one, i) => q * c[i] * one),
    ),
    inhibitory: image([1, 1, 1], [(q / 2) * length]),
  };
  const answerTo = (x: readonly number[]) =>
    numbersOf(sCells(image([1, 1, 3, 3], x), weights, { selectivity: 4 }))[0];

  it('answer 1 to the pattern they have learnt, however bright it is', () => {
    expect(answerTo(p)).toBeCloseTo(1, 4);
    expect(answerTo(p.map((one) => 20 * one))).toBeCloseTo(1, 4);
  });
  it('answer (1 + r) cos − r to another pattern, so to none less alike than r / (1 + r)', () => {
    const cosine = (x: readonly number[]) =>
      x.reduce((sum, one, i) => sum + c[i] * one * p[i], 0) /
      (length * Math.sqrt(x.reduce((sum, one, i) => sum + c[i] * one * one, 0)));
    const smudged = [1, 0, 0, 0.5, 1, 0, 0, 0, 1];
    expect(cosine(smudged)).toBeGreaterThan(0.8);
    expect(answerTo(smudged)).toBeCloseTo(5 * cosine(smudged) - 4, 4);
    const bar = [0, 1, 0, 0, 1, 0, 0, 1, 0];
    expect(cosine(bar)).toBeLessThan(0.8);
    expect(answerTo(bar)).toBe(0);
  });
  it('answer nothing to darkness', () => expect(answerTo(new Array(9).fill(0))).toBe(0));
});

describe('nearness', () =>
  it('adds up to 1 over all channels, so that v is a weighted root mean square', () => {
    const { data, shape } = nearness(3, 5);
    expect(shape).toEqual([1, 3, 5, 5]);
    expect(data.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 14);
    expect(data[12]).toBeGreaterThan(data[11]);
  }));

describe('cCells', () => {
  it('give what onnxruntime gives', () =>
    expectRuntimeAgrees(
      (u) => cCells(u, { size: 3, stride: 2, padding: 1 }),
      [positive(irregular([2, 3, 5, 6]))],
    ));

  it('sum their area, lose the mean over the planes, and saturate', () => {
    // Sums 2 and 0, mean 1: (1 + 2) / (1 + 1) − 1 = ½ in the first plane, below 0 in the second
    const u = image([1, 2, 1, 1], [2, 0]);
    expect(numbersOf(cCells(u, { size: 1, saturation: 0.25 }))).toBeCloseToTensor([0.5 / 0.75, 0], 1e-14);
  });

  /** Two planes of 9 × 9, one S-cell of the first one active. */
  const active = (row: number, column: number): Value =>
    image(
      [1, 2, 9, 9],
      Array.from({ length: 162 }, (_, at) => (at === 9 * row + column ? 1 : 0)),
    );
  const middle = (u: Value) => numbersOf(cCells(u, { size: 5, padding: 2 }))[9 * 4 + 4];

  it('answer to a feature wherever in their area it is, by at least three quarters', () => {
    const centred = middle(active(4, 4));
    for (const [row, column] of [
      [4, 5],
      [3, 4],
      [3, 3],
      [6, 4],
      [6, 6],
    ]) {
      expect(middle(active(row, column))).toBeGreaterThan(0.75 * centred);
      // The S-cell in the middle itself no longer answers at all.
      expect(numbersOf(active(row, column))[9 * 4 + 4]).toBe(0);
    }
  });
  it('answer to nothing outside their area', () => expect(middle(active(4, 7))).toBe(0));
  it('answer to two features little more than to one', () => {
    const both = image(
      [1, 2, 9, 9],
      Array.from({ length: 162 }, (_, at) => (at === 40 || at === 41 ? 1 : 0)),
    );
    expect(middle(both)).toBeGreaterThan(middle(active(4, 4)));
    expect(middle(both)).toBeLessThan(1.4 * middle(active(4, 4)));
  });
  it.each([
    [1, 0.5],
    [2, 0],
  ])('refuse %d plane(s) with saturation %d', (planes, saturation) =>
    expect(() =>
      cCells(image([1, planes, 1, 1], new Array(planes).fill(0)), { size: 1, saturation }),
    ).toThrow(
      new RangeError(`cCells: takes 2 planes or more and a saturation > 0, got ${planes} and ${saturation}`),
    ),
  );
});
