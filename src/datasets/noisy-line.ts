import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/**
 * Measurements along a straight line: the target is slope · x + intercept and an error of measurement, so that
 * no line passes through all of them.
 *
 * @param noise standard deviation of the error
 * @returns `x` holds one number an example, evenly likely anywhere between `from` and `to`
 */
export function noisyLine(
  count: number,
  {
    slope = 1.2,
    intercept = -0.4,
    from = -0.5,
    to = 1.5,
    noise = 0.4,
  }: {
    readonly slope?: number;
    readonly intercept?: number;
    readonly from?: number;
    readonly to?: number;
    readonly noise?: number;
  },
  random: Random,
): Examples {
  const x = new Float32Array(count);
  const target = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    x[i] = from + (to - from) * random.uniform();
    target[i] = slope * x[i] + intercept + noise * random.normal();
  }
  return { count, x, target };
}
