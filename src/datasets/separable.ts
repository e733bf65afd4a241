/** Points in the plane that a random straight line separates with room to spare. */

import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/** Both coordinates lie between these. */
export const lowest = -0.25;
export const highest = 1.25;

// Coordinates are multiples of 1/256. Sums and products of so few bits are exact in float32, so a rule that
// only adds and compares, such as the perceptron's, gives the same weights on every processor.
const grid = 256;

/** Where the line of a stream of points lies. */
export interface SeparatingLine {
  /** Unit vector towards the points of +1. */
  readonly normal: readonly [number, number];
  /** A place on the line. */
  readonly through: readonly [number, number];
}

/**
 * A line through a random place near the middle, and points on both sides of it: each equally likely to
 * fall anywhere in the square that is at least `margin` away from the line.
 *
 * @param margin least distance of a point from the line, 0 … 0.4
 * @returns labels −1 and +1; `x` holds x₁, x₂ of each point
 */
export const separable = (count: number, margin: number, random: Random): Examples =>
  separableStream(margin, random).next(count);

/** The same points without end, so many at a time. */
export function separableStream(margin: number, random: Random) {
  if (!(margin >= 0 && margin <= 0.4)) throw new RangeError(`separable: margin ${margin} is not in 0 … 0.4`);
  const anywhere = () => lowest + Math.floor(random.uniform() * ((highest - lowest) * grid + 1)) / grid;
  const nearMiddle = () => 0.35 + 0.3 * random.uniform();
  const line: SeparatingLine = { normal: direction(random), through: [nearMiddle(), nearMiddle()] };
  const next = (count: number): Examples => {
    const x = new Float32Array(2 * count);
    const target = new Float32Array(count);
    for (let i = 0; i < count; ) {
      const point = [anywhere(), anywhere()];
      const distance =
        line.normal[0] * (point[0] - line.through[0]) + line.normal[1] * (point[1] - line.through[1]);
      if (Math.abs(distance) < margin) continue;
      x.set(point, 2 * i);
      target[i] = distance > 0 ? 1 : -1;
      i++;
    }
    return { count, x, target };
  };
  return { line, next };
}

/** A random unit vector, without sine and cosine, which engines may round differently. */
function direction(random: Random): [number, number] {
  for (;;) {
    const [a, b] = [2 * random.uniform() - 1, 2 * random.uniform() - 1];
    const length = Math.sqrt(a * a + b * b);
    if (length > 0.1 && length <= 1) return [a / length, b / length];
  }
}
