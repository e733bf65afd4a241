/** The convergence theorem in numbers: how many mistakes the perceptron rule can make on given points at most. */

import { solveDual } from '../../trainer/svm/sequential-minimal-optimization.ts';
import type { Point } from './points.ts';

export interface Bound {
  /** R², of the longest (1, x). */
  readonly radiusSquared: number;
  /** γ, the least y u·(1, x). */
  readonly margin: number;
  /** The unit vector u in the order b, w₁, w₂. */
  readonly direction: readonly [number, number, number];
  /** (R/γ)², rounded down: mistakes come whole. */
  readonly mostMistakes: number;
}

/**
 * The bound with the u of the widest margin, which makes it the least, or null if no u separates the points.
 *
 * The hard-margin machine looks for a boundary anywhere, its bias free. Given every y (1, x) as an example of +1 and
 * its opposite as one of −1, it has no use for a bias, and its weights point along u. The margin is then measured on
 * the points, so what the solver leaves undone makes the bound larger, never false.
 */
export function boundOf(points: readonly Point[]): Bound | null {
  if (points.length === 0) return null;
  const signed = points.map(({ at, label }) => [label, label * at[0], label * at[1]]);
  const weights = widest([...signed, ...signed.map((one) => one.map((value) => -value))], points.length);
  if (!weights) return null;
  const length = Math.hypot(...weights);
  const direction = weights.map((value) => value / length) as [number, number, number];
  const margin = Math.min(...signed.map((one) => dot(one, direction)));
  if (!(margin > 0)) return null;
  const radiusSquared = Math.max(...points.map(({ at }) => 1 + at[0] ** 2 + at[1] ** 2));
  return { radiusSquared, margin, direction, mostMistakes: mistakesWithin(radiusSquared, margin) };
}

/** A hair is added, or rounding would take one from a bound that is whole. */
export const mistakesWithin = (radiusSquared: number, margin: number): number =>
  Math.floor(radiusSquared / margin ** 2 + 1e-6);

/** @param half so many examples of +1 come first, then their opposites */
function widest(examples: readonly (readonly number[])[], half: number): number[] | null {
  const labels = examples.map((_, i) => (i < half ? 1 : -1));
  const kernel = examples.flatMap((a) => examples.map((b) => dot(a, b)));
  try {
    const { alphas } = solveDual(kernel, labels, { cost: Infinity, tolerance: 1e-9, most: 20_000 });
    return [0, 1, 2].map((axis) =>
      alphas.reduce((sum, alpha, i) => sum + alpha * labels[i] * examples[i][axis], 0),
    );
  } catch {
    // Without a boundary the solver finds no end; so narrow a margin that it needs more steps has a bound of millions.
    return null;
  }
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);
