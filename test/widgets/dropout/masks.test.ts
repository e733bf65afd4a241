import { describe, expect, it } from 'vitest';
import { distance, likeliest } from '../../../src/widgets/dropout/masks.ts';
import { examples, pictureOf } from '../../../src/widgets/dropout/model.ts';
import { byStrength, crowd } from './by-definition.ts';
import { answered, parametersOf } from './first-answers.ts';

describe.each([
  { network: 'none', rate: 0.5 },
  { network: 'fifth', rate: 0.2 },
  { network: 'half', rate: 0.5 },
] as const)('the network $network under masks at rate $rate', ({ network, rate }) => {
  it('answers what the definitions say: under single masks, on the mean of 256, and whole', async () => {
    const state = await answered({ network, rate, seed: 7 });
    const { answers } = state;
    const picture = pictureOf(state) as Float32Array;
    const expected = crowd(parametersOf(network), picture, { rate, seed: 7, count: 256 });
    expect(distance(answers.whole, expected.whole)).toBeLessThan(1e-4);
    expect(distance(answers.means[255], expected.mean)).toBeLessThan(1e-4);
    expect(distance(answers.geometric[255], expected.geometric)).toBeLessThan(1e-4);
    for (const m of [0, 100, 255]) expect(distance(answers.single[m], expected.single[m])).toBeLessThan(1e-4);
    expect(answers.distances.mean[255]).toBeCloseTo(distance(expected.mean, expected.whole), 4);
  });
});

describe('over more masks', () => {
  it('the geometric mean comes to the answer of the scaled network, and the plain mean to another', async () => {
    const { answers } = await answered();
    const { mean, geometric } = answers.distances;
    // The scores of a mask deviate by more than one; their mean over 256 masks by a sixteenth of that.
    expect(geometric[255]).toBeLessThan(geometric[0] / 8);
    expect(geometric[255]).toBeLessThan(mean[255] / 4);
    expect(mean[255]).toBeGreaterThan(0.15);
  });
  it('running means and spreads are those of the masks so far', async () => {
    const { answers } = await answered();
    const some = answers.single.slice(0, 5).map((row) => row[3]);
    const mean = some.reduce((a, b) => a + b) / 5;
    const spread = Math.sqrt(some.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5);
    expect(answers.means[4][3]).toBeCloseTo(mean, 6);
    expect(answers.spreads[4][3]).toBeCloseTo(spread, 6);
    expect(answers.means[0]).toEqual(answers.single[0]);
    expect(answers.spreads[0].every((one) => one < 1e-6)).toBe(true);
  });
});

describe('the two conventions', () => {
  it.each([0.2, 0.5] as const)('give the same answers at rate %f, but hand on other sums', async (rate) => {
    const { answers: inverted } = await answered({ rate });
    const { answers: classic } = await answered({ rate, convention: 'classic' });
    expect(distance(inverted.whole, classic.whole)).toBeLessThan(1e-4);
    expect(distance(inverted.means[255], classic.means[255])).toBeLessThan(1e-4);
    expect(classic.handed.whole / inverted.handed.whole).toBeCloseTo(1 - rate, 5);
    expect(classic.handed.sampled[0] / inverted.handed.sampled[0]).toBeCloseTo(1 - rate, 5);
    const units = inverted.units.reduce((a, b) => a + b);
    expect(inverted.handed.whole).toBeCloseTo(units, 2);
  });
});

describe('units that are taken away', () => {
  it('are the strongest, and answer 0', async () => {
    const { answers } = await answered({ removed: 16 });
    const order = byStrength(parametersOf('half'));
    expect(answers.order).toEqual(order);
    expect(order.slice(0, 16).every((unit) => answers.units[unit] === 0)).toBe(true);
    expect(order.slice(16).some((unit) => answers.units[unit] > 0)).toBe(true);
  });
  it('leave nothing but the biases when all are gone', async () => {
    const { answers } = await answered({ removed: 128 });
    expect(answers.handed.whole).toBe(0);
    expect(distance(answers.whole, answers.means[255])).toBeLessThan(1e-6);
  });
});

describe('the examples', () => {
  const by = Object.fromEntries(examples.map(({ title, picture }) => [title, picture]));
  it.each([
    ['A doubtful 3', 3, (top: number, mean: number) => top > 0.8 && mean < 0.65],
    ['A torn 6', 6, (top: number, mean: number) => top < 0.6 && mean < 0.6],
    ['A misread 5', 2, (top: number, mean: number) => top < 0.6 && mean < 0.5],
    ['A clear 7', 7, (top: number, mean: number) => top > 0.99 && mean > 0.99],
  ] as const)('%s is read as %i', async (title, digit, isSo) => {
    const state = await answered({ picture: by[title] });
    const { answers } = state;
    expect(likeliest(answers.whole)).toBe(digit);
    expect(isSo(answers.whole[digit], answers.means[255][digit])).toBe(true);
    expect(state.shipped?.pictures.labels[by[title] - 1]).toBe(Number(title.at(-1)));
  });
});
