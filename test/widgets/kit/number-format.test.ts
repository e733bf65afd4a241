import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatNumber } from '../../../src/widgets/kit/number-format.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-2, '−2'],
    [1.8046875, '1.8'],
    [0.30000001, '0.3'],
    [1234.5, '1235'],
    [-0.09896, '−0.099'],
    [1.19e-7, '1.19 × 10⁻⁷'],
    [-2.5e12, '−2.5 × 10¹²'],
    [Number.NaN, 'not a number'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('writes %f as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
  it('never rounds the whole part of a number', () => {
    expect(formatNumber(123456.7, 2)).toBe('123457');
  });
});

describe('formatBytes', () => {
  it.each([
    [538, '538 B'],
    [1522, '1.5 kB'],
    [14_239_897, '14.2 MB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [0.34, '0.3 ms'],
    [86.2, '86 ms'],
    [1234, '1.2 s'],
  ])('writes %f ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
