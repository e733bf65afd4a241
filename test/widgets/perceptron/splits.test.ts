import { describe, expect, it } from 'vitest';
import { corners } from '../../../src/widgets/perceptron/points.ts';
import {
  judge,
  mostRight,
  type Position,
  type Split,
  splitsByLine,
  widestLine,
} from '../../../src/widgets/perceptron/splits.ts';

const square = corners.and.map(({ at }): Position => at);
const labels = (name: 'and' | 'or' | 'xor') => corners[name].map(({ label }) => label);

/** n points on a parabola: no three in a line. */
const general = (count: number): Position[] => Array.from({ length: count }, (_, i) => [i / 8, (i * i) / 64]);

describe('splitsByLine', () => {
  it('finds 7 splits of the corners of a square, so 14 of the 16 labellings: all but XOR and its opposite', () => {
    const splits = splitsByLine(square).map((split) => split.map(Number).join(''));
    expect(splits.toSorted()).toEqual(['0000', '0001', '0010', '0011', '0100', '0101', '0111']);
  });
  it.each([1, 2, 3, 5, 8, 12])('finds Cover’s count for %i points in general position', (count) => {
    expect(2 * splitsByLine(general(count)).length).toBe(count * count - count + 2);
  });
  it('cuts points on one line only between neighbours', () => {
    const row: Position[] = [
      [0, 0],
      [1, 0.5],
      [0.5, 0.25],
    ];
    const splits = splitsByLine(row).map((split) => split.map(Number).join(''));
    expect(splits.toSorted()).toEqual(['000', '010', '011']);
  });
  it('never takes points at one place apart', () => {
    const twins: Position[] = [
      [0, 0],
      [0, 0],
      [1, 1],
    ];
    for (const split of splitsByLine(twins)) expect(split[0]).toBe(split[1]);
  });
  it('finds every split that a line chosen at random makes', () => {
    const points: Position[] = [...square, [0.5, 0.5], [0.25, 0.75], [1.5, -0.5]];
    const known = new Set(splitsByLine(points).map((split) => split.join()));
    for (let i = 0; i < 500; i++) {
      const angle = i * 0.7;
      const [w1, w2, b] = [Math.cos(angle), Math.sin(angle), ((i * 37) % 200) / 100 - 1];
      const side = points.map(([x, y]) => w1 * x + w2 * y + b > 0);
      const split = side[0] ? side.map((one) => !one) : side;
      expect(known, `line ${w1} ${w2} ${b}`).toContain(split.join());
    }
  });
});

describe('judge', () => {
  it.each([
    ['and', 4],
    ['or', 4],
    ['xor', 3],
  ] as const)('says that the best any line can do on %s is %i of 4', (name, best) => {
    expect(judge(square, labels(name))[0].right).toBe(best);
  });
  it('has four ways to get 3 of 4 on XOR and none to get 4', () => {
    const right = judge(square, labels('xor')).map((one) => one.right);
    expect(right).toEqual([3, 3, 3, 3, 2, 2, 2]);
  });
  it('names the sides the better way round', () => {
    const [best] = judge(square, labels('and'));
    expect(best.split).toEqual([false, false, false, true]);
    expect(best.positive).toBe(true);
    const [opposite] = judge(
      square,
      labels('and').map((label) => -label),
    );
    expect(opposite.positive).toBe(false);
  });
});

describe('mostRight', () => {
  it('agrees with the list of all splits', () => {
    const points = general(9);
    for (let i = 0; i < 40; i++) {
      const labelled = points.map((_, k) => ((i * 7 + k * k * 3) % 5 < 2 ? 1 : -1));
      expect(mostRight(points, labelled)).toBe(judge(points, labelled)[0].right);
    }
  });
  it('is all of them for separable points, and 0 for none', () => {
    expect(mostRight(square, labels('or'))).toBe(4);
    expect(mostRight([], [])).toBe(0);
  });
});

describe('widestLine', () => {
  it('is the maximum-margin line of AND, in the direction (−3, 2, 2)', () => {
    const line = widestLine(square, [false, false, false, true]);
    if (!line) throw new Error('AND is separable');
    const { weights, bias } = line;
    expect(weights[0] / weights[1]).toBeCloseTo(1);
    expect(bias / weights[0]).toBeCloseTo(-1.5);
  });
  it('has every point of a split on its side', () => {
    const points = general(7);
    for (const split of splitsByLine(points)) {
      const line = widestLine(points, split);
      if (!line) continue;
      const sides: Split = points.map(([x, y]) => line.weights[0] * x + line.weights[1] * y + line.bias > 0);
      expect(sides).toEqual(split);
    }
  });
  it('does not exist where one side is empty', () => {
    expect(widestLine(square, [false, false, false, false])).toBeNull();
  });
});
