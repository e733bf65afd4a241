import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/**
 * Measurements that depend on two inputs, with an error: target = w₁ x₁ + w₂ x₂ + error.
 *
 * The columns of inputs are normal numbers, made to have mean square 1 and exactly this correlation, and then the
 * second is written in another unit. The error is not made orthogonal to them, so the best weights are near those of
 * the relation and not the same.
 *
 * @param resemblance correlation of the two inputs, −1 < ρ < 1
 * @param unit        what the second input is multiplied by
 * @param noise       standard deviation of the error
 * @returns `x` holds 2 numbers an example
 */
export function twoInputs(
  count: number,
  {
    weights,
    resemblance = 0,
    unit = 1,
    noise = 0.5,
  }: {
    /** Of the inputs before the second is written in another unit. */
    readonly weights: readonly [number, number];
    readonly resemblance?: number;
    readonly unit?: number;
    readonly noise?: number;
  },
  random: Random,
): Examples {
  const column = () => Array.from({ length: count }, () => random.normal());
  const first = scaled(column());
  const second = column();
  const shared = dot(first, second) / count;
  const own = scaled(second.map((value, i) => value - shared * first[i]));
  const rest = Math.sqrt(1 - resemblance * resemblance);
  const x = new Float32Array(2 * count);
  const target = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const other = resemblance * first[i] + rest * own[i];
    x.set([first[i], unit * other], 2 * i);
    target[i] = weights[0] * first[i] + weights[1] * other + noise * random.normal();
  }
  return { count, x, target };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

const scaled = (column: readonly number[]): number[] => {
  const size = Math.sqrt(dot(column, column) / column.length);
  return column.map((value) => value / size);
};
