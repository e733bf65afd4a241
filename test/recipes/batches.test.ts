import { describe, expect, it } from 'vitest';
import { inOrder, logSpaced, shuffled } from '../../src/recipes/batches.ts';
import { random } from '../../src/trainer/initializers/random.ts';

// Ten examples: x of example i is (i, i + 0.5), its target 100 i.
const ten = {
  count: 10,
  x: Float32Array.from({ length: 20 }, (_, i) => i / 2),
  target: Float32Array.from({ length: 10 }, (_, i) => 100 * i),
};

describe('inOrder', () => {
  it('cuts the set into whole batches and leaves out the rest', () => {
    const batches = [...inOrder(ten, 4, random(1))];
    expect(batches.map(({ target }) => Array.from(target))).toEqual([
      [0, 100, 200, 300],
      [400, 500, 600, 700],
    ]);
    expect(Array.from(batches[1].x)).toEqual([4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5]);
  });
});

describe('shuffled', () => {
  it('gives each example once, in another order than the set and than the next epoch', () => {
    const draw = random(1);
    const [first, second] = [1, 2].map(() =>
      [...shuffled(ten, 5, draw)].flatMap(({ target }) => Array.from(target)),
    );
    expect(first).not.toEqual(Array.from(ten.target));
    expect(second).not.toEqual(first);
    for (const order of [first, second]) expect(order.sort((a, b) => a - b)).toEqual(Array.from(ten.target));
  });

  it('keeps each input with its own target', () => {
    for (const { x, target } of shuffled(ten, 3, random(2)))
      target.forEach((one, i) => {
        expect([x[2 * i], x[2 * i + 1]]).toEqual([one / 100, one / 100 + 0.5]);
      });
  });

  it('lets the examples beyond the last whole batch sit out', () => {
    expect([...shuffled(ten, 4, random(3))]).toHaveLength(2);
  });
});

describe('logSpaced', () => {
  it('takes every early step, then the given number for each doubling, and the last', () => {
    expect([...logSpaced(20, 4)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20]);
    expect([...logSpaced(21, 4)].at(-1)).toBe(21);
  });

  it('ascends by at most a third of a step number at a time', () => {
    const steps = [...logSpaced(5000, 4)];
    for (let i = 4; i < steps.length; i++) {
      expect(steps[i]).toBeGreaterThan(steps[i - 1]);
      expect(steps[i] / steps[i - 1]).toBeLessThanOrEqual(1.34);
    }
  });
});
