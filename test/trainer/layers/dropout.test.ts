import { describe, expect, it } from 'vitest';
import { matmul } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { dropout, dropoutMask } from '../../../src/trainer/layers/dropout.ts';
import { expectGradient, expectRuntimeAgrees, irregular, type Sample } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const mask: Sample = { shape: [2, 3], data: [1, 0, 1, 1, 1, 0] };

describe('dropout', () => {
  it('leaves out units whose mask is 0 and divides the others by 1 − rate', () =>
    expect(numbersOf(dropout(constant([4, 8, -12]), constant([1, 0, 1]), 0.2))).toEqual([5, 0, -15]));
  it('has the gradient that central differences measure', () =>
    expectGradient((x, m) => dropout(x, m, 0.2), [irregular([2, 3]), mask]));
  it('gives what onnxruntime gives', () =>
    expectRuntimeAgrees((x, m) => dropout(x, m, 0.2), [irregular([2, 3]), mask]));

  // All 16 masks of four inputs, each with its probability, into one linear unit whose output is 3.5.
  it.each([
    { rate: 0.5, variance: 9.75 },
    { rate: 0.2, variance: 2.4375 },
  ])(
    'at rate $rate keeps the mean output at 3.5 and gives it the variance $variance',
    ({ rate, variance }) => {
      const x = constant([1, 2, 3, 4], 'float32', [1, 4]);
      const weights = constant([0.5, -0.25, 1, 0.125], 'float32', [4, 1]);
      let [mean, square] = [0, 0];
      for (let code = 0; code < 16; code++) {
        const stays = [1, 2, 4, 8].map((bit) => (code & bit ? 1 : 0));
        const probability = stays.reduce<number>((product, one) => product * (one ? 1 - rate : rate), 1);
        const [y] = numbersOf(matmul(dropout(x, constant(stays, 'float32', [1, 4]), rate), weights));
        mean += probability * y;
        square += probability * y * y;
      }
      expect(mean).toBeCloseTo(3.5, 12);
      expect(square - mean * mean).toBeCloseTo(variance, 12);
    },
  );

  it.each([1, -0.1, Number.NaN])('refuses the rate %s', (rate) =>
    expect(() => dropout(input('x', [2]), input('m', [2]), rate)).toThrow(
      new RangeError(`dropout: the rate must be in [0, 1), got ${rate}`),
    ),
  );
});

describe('dropoutMask', () => {
  it('leaves out the given share', () => {
    const drawn = dropoutMask([100, 200], 0.2, random(7));
    const share = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    // Six standard deviations of a mean of 20,000 draws: 6 · √(0.2 · 0.8 / 20,000) = 0.017
    expect(Math.abs(share - 0.8)).toBeLessThan(0.017);
    expect(new Set(drawn)).toEqual(new Set([0, 1]));
  });
  it('is the same for the same seed, and another the next time', () => {
    const source = random(7);
    const first = dropoutMask([50], 0.5, source);
    expect(dropoutMask([50], 0.5, random(7))).toEqual(first);
    expect(dropoutMask([50], 0.5, source)).not.toEqual(first);
  });
  it('keeps every unit at rate 0', () => expect([...dropoutMask([3], 0, random(1))]).toEqual([1, 1, 1]));
});
