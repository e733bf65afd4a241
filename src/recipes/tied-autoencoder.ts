/** A linear autoencoder with one hidden unit, whose weights serve on the way in and on the way out. */

import { matmul, transpose } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';

export const variances = [1.2, 1] as const;

/**
 * Four points, two on each of two perpendicular axes, so that the variances along them are 1.2 and 1.
 * @param turned by an eighth of a turn, so that the axes are the diagonals of the plane
 */
export function crossPoints(turned: boolean): Float32Array {
  const [a, b] = variances.map((variance) => Math.sqrt(2 * variance));
  if (!turned) return Float32Array.of(a, 0, -a, 0, 0, b, 0, -b);
  const [c, d] = variances.map((variance) => Math.sqrt(variance));
  return Float32Array.of(c, c, -c, -c, -d, d, d, -d);
}

/**
 * The mean squared distance, halved, of points from their images x̂ = w (w · x).
 *
 * Least where w is ± the unit vector along which the points vary most; the unit vectors along the other axis are
 * saddle points, and 0 is a maximum [baldi-1989].
 */
export function tiedAutoencoder(count: number) {
  const x = input('x', [count, 2]);
  const w = input('w', [2, 1]);
  return { x, w, loss: squaredError(matmul(matmul(x, w), transpose(w)), x) };
}
