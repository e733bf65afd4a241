import { describe, expect, it } from 'vitest';
import { areaPath, fieldMarkup, gridCount, gridPoints } from '../../../src/widgets/kit/field.ts';
import { bottom, left, type Plane, right, top } from '../../../src/widgets/kit/plane.ts';

const plane: Plane = { id: 'test', domain: [-1, 1], axes: ['a', 'b'], ticks: [-1, 0, 1] };
const cells = 10;

/** A function of the plane over its grid. */
const over = (f: (x: number, y: number) => number) => {
  const points = gridPoints(plane, cells);
  return Float32Array.from({ length: gridCount(cells) }, (_, i) => f(points[2 * i], points[2 * i + 1]));
};
const numbersIn = (path: string) =>
  [...path.matchAll(/-?[\d.]+ -?[\d.]+/g)].map(([pair]) => pair.split(' ').map(Number));

describe('gridPoints', () => {
  it('gives the middles of the cells, and one ring of them outside', () => {
    const points = gridPoints(plane, cells);
    expect(points.length).toBe(2 * 12 * 12);
    expect([points[0], points[1], points[2], points[3]].map((one) => Math.round(one * 10) / 10)).toEqual([
      -1.1, -1.1, -0.9, -1.1,
    ]);
    expect(points.at(-1)).toBeCloseTo(1.1);
  });
});

describe('areaPath', () => {
  it('runs a straight boundary through the places where the function is 0, up to the very edge', () => {
    // x = 0.25 y + 0.1: 0 at (−0.15, −1) and (0.35, 1).
    const path = areaPath(
      plane,
      over((x, y) => x - 0.25 * y - 0.1),
      0,
    );
    const width = right - left;
    for (const [px, py] of numbersIn(path)) {
      if (px > right) continue;
      const [x, y] = [((px - left) / width) * 2 - 1, ((bottom - py) / width) * 2 - 1];
      if (Math.abs(y) <= 1) expect(x - 0.25 * y - 0.1).toBeCloseTo(0, 2);
    }
    const ys = numbersIn(path)
      .filter(([x]) => x < right)
      .map(([, y]) => y);
    expect(Math.min(...ys)).toBeLessThan(top);
    expect(Math.max(...ys)).toBeGreaterThan(bottom);
  });
  it('has x₂ growing upwards', () => {
    const ys = numbersIn(
      areaPath(
        plane,
        over((_, y) => y - 0.5),
        0,
      ),
    ).map(([, y]) => y);
    expect(Math.max(...ys)).toBeCloseTo(top + (bottom - top) / 4, 1);
  });
  it('keeps only the places where it turns: eight, since the corners outside the plane are cut', () => {
    const path = areaPath(
      plane,
      over((x) => x),
      0,
    );
    expect(path.match(/[ML]/g)?.length).toBe(8);
  });
  it('is empty where the level is reached nowhere', () => {
    expect(
      areaPath(
        plane,
        over(() => 0),
        Number.EPSILON,
      ),
    ).toBe('');
  });
});

describe('fieldMarkup', () => {
  it('draws no boundary where there is none', () => {
    const markup = fieldMarkup(
      plane,
      over(() => -1),
      0,
    );
    expect(markup).toContain('field-negative');
    expect(markup).not.toContain('field-boundary');
  });
  it('draws further levels as lines', () => {
    const markup = fieldMarkup(
      plane,
      over((x) => 2 * x),
      0,
      [-1, 1],
    );
    expect(markup.match(/field-level/g)?.length).toBe(2);
  });
});
