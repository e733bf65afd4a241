import { describe, expect, it } from 'vitest';
import { countAssertions } from '../../src/site/claims.ts';

describe('the count of assertions', () => {
  it.each([
    ['expect(1).toBe(1); expect(2).toBe(2)', 2],
    ['expectGradient(of, at);', 1],
    ["import { expect } from 'vitest';", 0],
    ['// expect(1).toBe(1)\n/* expect(2) */ expect(3)', 1],
    ['expect.poll(() => 1)', 0],
  ])('of %s is %d', (text, count) => {
    expect(countAssertions(text)).toBe(count);
  });
});
