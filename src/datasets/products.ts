import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/** Numbers in an example. The target does not depend on the last. */
export const factors = 6;

/**
 * A quantity of the fourth degree that five of six numbers decide, with an error of measurement:
 * (1 + x₁x₂)(1 + x₃x₄) + x₁x₅.
 *
 * @param noise standard deviation of the error
 * @returns `x` holds six numbers an example, each evenly likely anywhere in −1 … 1
 */
export function products(
  count: number,
  { noise = 0.1 }: { readonly noise?: number },
  random: Random,
): Examples {
  const x = new Float32Array(factors * count);
  const target = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const row = x.subarray(factors * i, factors * (i + 1));
    for (let k = 0; k < factors; k++) row[k] = 2 * random.uniform() - 1;
    const [x1, x2, x3, x4, x5] = row;
    target[i] = (1 + x1 * x2) * (1 + x3 * x4) + x1 * x5 + noise * random.normal();
  }
  return { count, x, target };
}
