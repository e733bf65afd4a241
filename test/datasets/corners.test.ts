import { expect, it } from 'vitest';
import { and, or, xor } from '../../src/datasets/corners.ts';

it.each([
  { name: 'and', set: and(), of: (a: number, b: number) => a === 1 && b === 1 },
  { name: 'or', set: or(), of: (a: number, b: number) => a === 1 || b === 1 },
  { name: 'xor', set: xor(), of: (a: number, b: number) => a !== b },
])('$name labels the four corners, counted in binary, by its truth table', ({ set, of }) => {
  expect(set.count).toBe(4);
  expect(Array.from(set.x)).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
  set.target.forEach((label, i) => {
    expect(label).toBe(of(set.x[2 * i], set.x[2 * i + 1]) ? 1 : -1);
  });
});

it('gives every caller numbers of its own', () => {
  xor().target[0] = 7;
  expect(xor().target[0]).toBe(-1);
});
