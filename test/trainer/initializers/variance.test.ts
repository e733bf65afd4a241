import { describe, expect, it } from 'vitest';
import { he } from '../../../src/trainer/initializers/he.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { xavier } from '../../../src/trainer/initializers/xavier.ts';

describe.each([
  { name: 'xavier', initialize: xavier, variance: 2 / (300 + 100), limit: Math.sqrt(6 / 400) },
  { name: 'he', initialize: he, variance: 2 / 300, limit: Math.sqrt(6 / 300) },
])('$name, for 300 inputs and 100 outputs', ({ initialize, variance, limit }) => {
  const weights = initialize([300, 100], random(1));

  it('fills the whole shape', () => expect(weights).toHaveLength(30_000));
  it('stays within its limit and comes close to it on both sides', () => {
    expect(Math.max(...weights)).toBeLessThanOrEqual(limit);
    expect(Math.max(...weights)).toBeGreaterThan(0.999 * limit);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(-limit);
    expect(Math.min(...weights)).toBeLessThan(-0.999 * limit);
  });
  it('has the variance of its formula', () => {
    const measured = weights.reduce((sum, one) => sum + one * one, 0) / weights.length;
    expect(measured / variance).toBeGreaterThan(0.98);
    expect(measured / variance).toBeLessThan(1.02);
  });
  it('gives the same weights for the same seed and others for another', () => {
    expect(initialize([300, 100], random(1))).toEqual(weights);
    expect(initialize([300, 100], random(2))).not.toEqual(weights);
  });
});
