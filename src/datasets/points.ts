/** What the generators of points in the plane share. */

import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

export interface Point {
  readonly x1: number;
  readonly x2: number;
  /** Class, −1 or +1. */
  readonly label: number;
}

/**
 * As many points as asked for, each moved a little.
 * @param place the i-th point
 * @param noise standard deviation of the move along each axis
 */
export function scatter(count: number, noise: number, random: Random, place: (i: number) => Point): Examples {
  const x = new Float32Array(2 * count);
  const target = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const { x1, x2, label } = place(i);
    x[2 * i] = x1 + noise * random.normal();
    x[2 * i + 1] = x2 + noise * random.normal();
    target[i] = label;
  }
  return { count, x, target };
}
