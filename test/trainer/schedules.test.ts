import { describe, expect, it } from 'vitest';
import { cosineOfHalfTurns } from '../../src/trainer/schedules/cosine-decay.ts';
import {
  constant,
  cosineDecay,
  exponentialDecay,
  stagedMomentum,
  stages,
  stepDecay,
  sutskeverMomentumSchedule,
  warmUp,
} from '../../src/trainer/schedules/index.ts';
import { wholePower } from '../../src/trainer/schedules/schedule.ts';
import '../support/close-to.ts';

describe('constant', () => {
  it('gives its number at every step', () => {
    expect([1, 2, 1000].map(constant(0.3))).toEqual([0.3, 0.3, 0.3]);
  });
});

describe('stepDecay', () => {
  it('keeps a level for `every` steps, counted from the first, then multiplies', () => {
    const schedule = stepDecay({ initial: 0.8, factor: 0.5, every: 3 });
    expect([1, 2, 3, 4, 5, 6, 7].map(schedule)).toEqual([0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2]);
  });
  it('divides by ten unless told otherwise', () => {
    expect(stepDecay({ initial: 1, every: 2 })(3)).toBe(0.1);
  });
});

describe('exponentialDecay', () => {
  it('multiplies by its factor at every step after the first', () => {
    const schedule = exponentialDecay({ initial: 2, factor: 0.5 });
    expect([1, 2, 3, 4].map(schedule)).toEqual([2, 1, 0.5, 0.25]);
  });
  it('halves in 693 steps at a factor of 0.999', () => {
    const schedule = exponentialDecay({ initial: 1, factor: 0.999 });
    expect(schedule(693)).toBeGreaterThan(0.5);
    expect(schedule(694)).toBeLessThan(0.5);
  });
});

describe('wholePower', () => {
  it('is 1 for the exponent 0 and agrees with repeated multiplication', () => {
    expect([0, 1, 2, 5, 10].map((exponent) => wholePower(3, exponent))).toEqual([1, 3, 9, 243, 59049]);
  });
});

describe('warmUp', () => {
  it('rises in equal steps to the first value of the next schedule, reached at its last step', () => {
    const schedule = warmUp(4, exponentialDecay({ initial: 0.8, factor: 0.5 }));
    expect([1, 2, 3, 4].map(schedule)).toBeCloseToTensor([0.2, 0.4, 0.6, 0.8], 1e-15);
  });
  it('then starts the next schedule at its own step 1', () => {
    const schedule = warmUp(4, exponentialDecay({ initial: 0.8, factor: 0.5 }));
    expect([5, 6, 7].map(schedule)).toEqual([0.8, 0.4, 0.2]);
  });
});

describe('cosineDecay', () => {
  const schedule = cosineDecay({ initial: 1, final: 0.2, steps: 6 });
  it('starts at the initial value and has a quarter behind it after a third of the way', () => {
    // cos 60° = 1/2, so (1 + 1/2)/2 = 3/4 of the way down remains.
    expect([schedule(1), schedule(3)]).toBeCloseToTensor([1, 0.2 + 0.8 * 0.75], 1e-15);
  });
  it('stands in the middle at half the way', () => expect(schedule(4)).toBeCloseTo(0.6, 14));
  it('ends at the final value and stays there', () => {
    expect([7, 8, 100].map(schedule)).toBeCloseToTensor([0.2, 0.2, 0.2], 1e-15);
  });
  it('uses a cosine that is right to 1e-15 over half a turn', () => {
    for (let i = 0; i <= 1000; i++)
      expect(Math.abs(cosineOfHalfTurns(i / 1000) - Math.cos((Math.PI * i) / 1000))).toBeLessThan(1e-15);
  });
});

describe('stages', () => {
  it('changes on the first step of a stage, not after it', () => {
    const schedule = stages([1, 3], [5, 7], [6, 9]);
    expect([1, 4, 5, 6, 100].map(schedule)).toEqual([3, 3, 7, 9, 9]);
  });
  it('refuses stages that leave the first step without a value or are out of order', () => {
    expect(() => stages([2, 1])).toThrow('stages: must start at step 1 and rise, got steps 2');
    expect(() => stages([1, 1], [9, 2], [9, 3])).toThrow('got steps 1, 9, 9');
  });
  it('raises momentum from 0.5 to 0.9 to 0.99', () => {
    expect([1, 99, 100, 499, 500].map(stagedMomentum({ second: 100, third: 500 }))).toEqual([
      0.5, 0.5, 0.9, 0.9, 0.99,
    ]);
  });
});

describe('sutskeverMomentumSchedule', () => {
  it.each([
    [0, 0.5],
    [249, 0.5],
    [250, 0.75],
    [500, 0.83333],
    [750, 0.875],
    [1000, 0.9],
    [2000, 0.94444],
    [5000, 0.97619],
    [10_000, 0.9878],
    [124_750, 0.999],
  ])('after %i updates gives %f', (updates, momentum) => {
    expect(sutskeverMomentumSchedule({ limit: 0.9999 })(updates + 1)).toBeCloseTo(momentum, 5);
  });
  it('stops rising at its limit', () => {
    expect(sutskeverMomentumSchedule({ limit: 0.9 })(100_000)).toBe(0.9);
  });
});
