import { describe, expect, it } from 'vitest';
import { constant } from '../../../src/graph/value.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { representatives } from '../../../src/trainer/self-organisation/representatives.ts';
import { expectRuntimeAgrees } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const [planes, height, width] = [3, 5, 6];
const { uniform } = random(4);
const data = Array.from({ length: planes * height * width }, () => Math.max(0, uniform() - 0.3));
const u = constant(data, 'float32', [1, planes, height, width]);

/** The rule by its words: the winner of each column, then the best of each plane. */
function byHand(column: number): number[] {
  const candidates = new Set<number>();
  for (let top = 0; top + column <= height; top++)
    for (let left = 0; left + column <= width; left++) {
      const cells = data
        .map((_, at) => at)
        .filter((at) => {
          const [row, place] = [Math.floor(at / width) % height, at % width];
          return row >= top && row < top + column && place >= left && place < left + column;
        });
      const winner = cells.reduce((a, b) => (data[b] > data[a] ? b : a));
      if (data[winner] > 0) candidates.add(winner);
    }
  const chosen = new Array<number>(data.length).fill(0);
  for (let plane = 0; plane < planes; plane++) {
    const own = [...candidates].filter((at) => Math.floor(at / (height * width)) === plane);
    if (own.length > 0) chosen[own.reduce((a, b) => (data[b] > data[a] ? b : a))] = 1;
  }
  return chosen;
}

describe('representatives', () => {
  it.each([1, 2, 3, 4, 5])('are, in columns of side %d, the best of each plane among the winners', (side) =>
    expect(numbersOf(representatives(u, side))).toEqual(byHand(side)),
  );
  it('are fewer the larger the columns: a single one when all cells compete', () => {
    const counts = [1, 3, 5].map((side) => byHand(side).reduce((a, b) => a + b));
    expect(counts).toEqual([3, counts[1], counts[2]]);
    const square = constant([3, 1, 2, 0, 5, 1, 0, 4], 'float32', [1, 2, 2, 2]);
    expect(numbersOf(representatives(square, 2))).toEqual([0, 0, 0, 0, 1, 0, 0, 0]);
  });
  it('are none where no cell answers', () =>
    expect(numbersOf(representatives(constant([0, 0, 0, 0], 'float32', [1, 1, 2, 2]), 1))).toEqual([
      0, 0, 0, 0,
    ]));
  it('share between cells of one plane that tie', () =>
    expect(numbersOf(representatives(constant([2, 1, 1, 2], 'float32', [1, 1, 2, 2]), 2))).toEqual([
      0.5, 0, 0, 0.5,
    ]));
  it('are the same in onnxruntime', () =>
    expectRuntimeAgrees((x) => representatives(x, 2), [{ shape: u.shape, data }]));
});
