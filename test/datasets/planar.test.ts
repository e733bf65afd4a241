import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { blobs } from '../../src/datasets/blobs.ts';
import { circlePoint } from '../../src/datasets/circle-point.ts';
import { circles } from '../../src/datasets/circles.ts';
import type { Examples } from '../../src/datasets/dataset.ts';
import { withLabelNoise } from '../../src/datasets/label-noise.ts';
import { moons } from '../../src/datasets/moons.ts';
import { spirals } from '../../src/datasets/spirals.ts';
import { random } from '../../src/trainer/initializers/random.ts';

const points = ({ x, target }: Examples) =>
  Array.from(target, (label, i) => ({ x1: x[2 * i], x2: x[2 * i + 1], label }));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const variance = (numbers: readonly number[]) => mean(numbers.map((one) => (one - mean(numbers)) ** 2));

/** The largest share of the points that some straight line gets right, over 180 directions. */
function bestLine(examples: Examples): number {
  let best = 0;
  for (let angle = 0; angle < 2 * Math.PI; angle += Math.PI / 90) {
    const along = points(examples)
      .map(({ x1, x2, label }) => ({ at: Math.cos(angle) * x1 + Math.sin(angle) * x2, label }))
      .sort((a, b) => a.at - b.at);
    // All called +1 at first; the line then passes the points one by one, which makes each −1.
    let right = along.filter(({ label }) => label === 1).length;
    for (const { label } of along) {
      best = Math.max(best, right);
      right -= label;
    }
  }
  return best / examples.count;
}

/** The share of points that the nearest of the others gets right. */
function nearestNeighbour(examples: Examples): number {
  const all = points(examples);
  return mean(
    all.map((one) => {
      const distances = all.map((other) =>
        other === one ? Infinity : (one.x1 - other.x1) ** 2 + (one.x2 - other.x2) ** 2,
      );
      return all[distances.indexOf(Math.min(...distances))].label === one.label ? 1 : 0;
    }),
  );
}

describe('circlePoint', () => {
  it('is the cosine and sine of the turn, to 1e-15, forwards, backwards and round and round', () => {
    for (let turns = -3; turns <= 3; turns += 1 / 97) {
      const [cos, sin] = circlePoint(turns);
      expect(Math.abs(cos - Math.cos(2 * Math.PI * turns))).toBeLessThan(4e-15);
      expect(Math.abs(sin - Math.sin(2 * Math.PI * turns))).toBeLessThan(4e-15);
    }
  });
  it('is exact at the four quarters', () => {
    expect([0, 0.25, 0.5, 0.75].map((turns) => circlePoint(turns).map((one) => one + 0))).toEqual([
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ]);
  });
});

describe.each([
  {
    name: 'circles',
    make: (seed: number) => circles(300, {}, random(seed)),
    sha256: '9b70447f51e14965',
  },
  { name: 'moons', make: (seed: number) => moons(300, {}, random(seed)), sha256: '6bba1ddb5ddbdb94' },
  { name: 'spirals', make: (seed: number) => spirals(300, {}, random(seed)), sha256: '5b1dfdefc4949af1' },
  { name: 'blobs', make: (seed: number) => blobs(300, {}, random(seed)), sha256: 'bc78026daff30004' },
])('$name', ({ make, sha256 }) => {
  it('has as many points of either class', () => {
    expect(make(1).target.reduce((sum, label) => sum + label, 0)).toBe(0);
    expect(make(1).x).toHaveLength(600);
  });
  it('stays in the plane of the demos but for stray points', () => {
    const outside = Array.from(make(1).x).filter((one) => one < -0.5 || one > 1.5);
    expect(outside.length).toBeLessThan(3);
  });
  it('gives another set for another seed', () => {
    expect(make(1).x).not.toEqual(make(2).x);
  });
  it('gives the same bytes on every engine', () => {
    const { x, target } = make(1);
    const hash = createHash('sha256').update(new Uint8Array(x.buffer)).update(new Uint8Array(target.buffer));
    expect(hash.digest('hex').slice(0, 16)).toBe(sha256);
  });
});

describe('circles', () => {
  it('puts each class at its distance from the centre', () => {
    for (const { x1, x2, label } of points(circles(200, { noise: 0, outer: 0.7, inner: 0.3 }, random(3))))
      expect(Math.hypot(x1 - 0.5, x2 - 0.5)).toBeCloseTo(label === 1 ? 0.7 : 0.3, 6);
  });
  it('spreads the points by the noise asked for', () => {
    const spread = points(circles(4000, { noise: 0.05 }, random(3)))
      .filter(({ label }) => label === 1)
      .map(({ x1, x2 }) => Math.hypot(x1 - 0.5, x2 - 0.5));
    expect(Math.sqrt(variance(spread))).toBeCloseTo(0.05, 2);
  });
  it('is beyond a straight line: about two in three is the best', () => {
    expect(bestLine(circles(600, {}, random(1)))).toBeGreaterThan(0.6);
    expect(bestLine(circles(600, {}, random(1)))).toBeLessThan(0.72);
  });
});

describe('moons', () => {
  it('has the upper moon above the middle of its circle and the lower below', () => {
    for (const { x1, x2, label } of points(moons(200, { noise: 0 }, random(3)))) {
      const [middle1, middle2] = label === 1 ? [0.25, 0.375] : [0.75, 0.625];
      expect(Math.hypot(x1 - middle1, x2 - middle2)).toBeCloseTo(0.5, 6);
      expect(label * (x2 - middle2)).toBeGreaterThan(-1e-6);
    }
  });
  it('is nearly, but not quite, separated by a line, and clear to the nearest neighbour', () => {
    const set = moons(400, {}, random(1));
    expect(bestLine(set)).toBeGreaterThan(0.85);
    expect(bestLine(set)).toBeLessThan(0.95);
    expect(nearestNeighbour(set)).toBe(1);
  });
});

describe('spirals', () => {
  it('winds both arms around the centre, each the other turned by half a turn', () => {
    const all = points(spirals(100, { noise: 0 }, random(1)));
    for (let i = 0; i < 100; i += 2) {
      expect(all[i].x1 + all[i + 1].x1).toBeCloseTo(1, 6);
      expect(all[i].x2 + all[i + 1].x2).toBeCloseTo(1, 6);
    }
  });
  it('moves away from the centre in step with the turn', () => {
    const arm = points(spirals(400, { noise: 0, turns: 2, radius: 0.8 }, random(1))).filter(
      ({ label }) => label === 1,
    );
    const distances = arm.map(({ x1, x2 }) => Math.hypot(x1 - 0.5, x2 - 0.5));
    // Half way along two turns it has come half the way out and is back on the starting side.
    expect(distances[99]).toBeCloseTo(0.4, 2);
    expect(arm[99].x1 - 0.5).toBeCloseTo(0.4, 2);
    expect(distances[199]).toBeCloseTo(0.8, 2);
  });
  it('is no better than a little above chance for a line, and clear to the nearest neighbour', () => {
    const set = spirals(400, {}, random(1));
    expect(bestLine(set)).toBeLessThan(0.7);
    expect(nearestNeighbour(set)).toBeGreaterThan(0.99);
  });
});

describe('blobs', () => {
  const centres = [
    { x1: 0, x2: 0, label: -1 },
    { x1: 1, x2: 0, label: 1 },
    { x1: 0.5, x2: 1, label: -1 },
  ];
  it('draws in turn around each centre, with its label and the spread asked for', () => {
    const all = points(blobs(6000, { centres, spread: 0.1 }, random(4)));
    const third = all.filter((_, i) => i % 3 === 2);
    expect(third.every(({ label }) => label === -1)).toBe(true);
    expect(mean(third.map(({ x1 }) => x1))).toBeCloseTo(0.5, 2);
    expect(mean(third.map(({ x2 }) => x2))).toBeCloseTo(1, 2);
    expect(Math.sqrt(variance(third.map(({ x1 }) => x1)))).toBeCloseTo(0.1, 2);
  });
  it('refuses to draw around nothing', () => {
    expect(() => blobs(3, { centres: [] }, random(1))).toThrow('blobs: at least one centre is needed');
  });
});

describe('withLabelNoise', () => {
  const clean = blobs(200, {}, random(1));
  it('turns exactly the share of labels asked for and touches nothing else', () => {
    const noisy = withLabelNoise(clean, 0.15, random(2));
    expect(noisy.target.filter((label, i) => label !== clean.target[i])).toHaveLength(30);
    expect(noisy.x).toBe(clean.x);
    expect(clean.target).toEqual(blobs(200, {}, random(1)).target);
  });
  it('turns all at a share of 1 and none at 0', () => {
    expect(withLabelNoise(clean, 1, random(2)).target).toEqual(clean.target.map((label) => -label));
    expect(withLabelNoise(clean, 0, random(2)).target).toEqual(clean.target);
  });
  it('refuses what is no share', () => {
    expect(() => withLabelNoise(clean, 1.5, random(2))).toThrow('share 1.5 is not in 0 … 1');
  });
});
