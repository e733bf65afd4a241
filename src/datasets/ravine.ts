import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

export type Pair = readonly [number, number];

/** Unit vectors in the plane of the two weights: across the ravine of the loss, and along its floor. */
export const across: Pair = [-0.6, 0.8];
export const along: Pair = [0.8, 0.6];
/** The weights that make no error: the targets are what they answer. */
export const bestWeights: Pair = [0.5, 0.5];

/**
 * Inputs for a linear unit with two weights whose squared error is a ravine.
 *
 * Two columns of normal numbers are made uncorrelated, each with mean square 1, and one of them shrunk by √κ; then
 * both are turned into the directions `across` and `along`. So the Hessian of the loss, XᵀX/N, has the eigenvalue 1
 * across the ravine and 1/κ along its floor, up to rounding.
 *
 * @param condition κ ≥ 1
 * @returns `x` holds 2 numbers an example; `target` is x · (0.5, 0.5)
 */
export function ravine(count: number, condition: number, random: Random): Examples {
  const column = () => Array.from({ length: count }, () => random.normal());
  const steep = scaled(column());
  const second = column();
  const shared = dot(steep, second) / count;
  const flat = scaled(second.map((value, i) => value - shared * steep[i]));
  const shrink = 1 / Math.sqrt(condition);
  const x = new Float32Array(2 * count);
  const target = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    for (const k of [0, 1]) x[2 * i + k] = steep[i] * across[k] + shrink * flat[i] * along[k];
    target[i] = x[2 * i] * bestWeights[0] + x[2 * i + 1] * bestWeights[1];
  }
  return { count, x, target };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

const scaled = (column: readonly number[]): number[] => {
  const size = Math.sqrt(dot(column, column) / column.length);
  return column.map((value) => value / size);
};
