import { describe, expect, it } from 'vitest';
import { largestDifference, timed, warmTime } from '../../../src/widgets/kit/measurement.ts';

describe('timings', () => {
  it('keep the first run apart, which starts the session', () => {
    const timing = [900, 3, 1, 2].reduce<ReturnType<typeof timed> | undefined>(timed, undefined);
    expect(timing?.first).toBe(900);
    expect(timing && warmTime(timing)).toBe(2);
  });
  it('have no warm time before the second run', () => {
    expect(warmTime(timed(undefined, 5))).toBeNull();
  });
  it('forget what was long ago', () => {
    let timing = timed(undefined, 1);
    for (let i = 0; i < 20; i++) timing = timed(timing, 100);
    for (let i = 0; i < 15; i++) timing = timed(timing, 1);
    expect(warmTime(timing)).toBe(1);
  });
});

describe('largestDifference', () => {
  it('looks at all numbers of all outputs', () => {
    expect(largestDifference({ a: [1, 2], b: [3] }, { a: [1, 2.5], b: [1] })).toBe(2);
  });
  it('is 0 for equal results, broken numbers included', () => {
    expect(largestDifference({ a: [Number.NaN, Infinity] }, { a: [Number.NaN, Infinity] })).toBe(0);
  });
  it('is infinite if only one of two numbers is broken', () => {
    expect(largestDifference({ a: [Number.NaN] }, { a: [1] })).toBe(Infinity);
  });
});
