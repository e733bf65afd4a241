/** What theory says of these methods on a quadratic: rates, best settings, bounds. [polyak-1964; goh-2017] */

export type Method = 'plain' | 'momentum' | 'nesterov';

export interface Tuning {
  readonly learningRate: number;
  readonly momentum: number;
}

/**
 * The factor by which one step shrinks the error along a direction of the curvature λ, in the long run.
 *
 * The larger modulus of the roots of s² − (1 + β − αλ) s + β for momentum, of s² − (1 + β)(1 − αλ) s + β (1 − αλ)
 * for Nesterov's, and |1 − αλ| for plain descent. Above 1 the error grows.
 */
export function factorAlong(method: Method, { learningRate, momentum }: Tuning, curvature: number): number {
  const [half, product] = polynomial(method, learningRate * curvature, momentum);
  const discriminant = half * half - product;
  return discriminant < 0 ? Math.sqrt(product) : Math.abs(half) + Math.sqrt(discriminant);
}

/** Whether the error along this direction swings about zero: complex roots, or a negative larger one. */
export function swings(method: Method, { learningRate, momentum }: Tuning, curvature: number): boolean {
  const [half, product] = polynomial(method, learningRate * curvature, momentum);
  return half * half < product || half < 0;
}

/** The polynomial s² − 2 h s + p as [h, p]. */
function polynomial(method: Method, step: number, momentum: number): [number, number] {
  if (method === 'plain') return [(1 - step) / 2, 0];
  if (method === 'momentum') return [(1 + momentum - step) / 2, momentum];
  return [((1 + momentum) * (1 - step)) / 2, momentum * (1 - step)];
}

/** The curvatures of the ravine: across, and along its floor. */
export const curvatures = (condition: number) => ({ across: 1, along: 1 / condition });

/** The slower of the two directions, or the faster growing: what the whole error does in the long run. */
export function rateOf(method: Method, tuning: Tuning, condition: number): number {
  const { across, along } = curvatures(condition);
  return Math.max(factorAlong(method, tuning, across), factorAlong(method, tuning, along));
}

/** The learning rate at which the steepest direction stops shrinking; a stable one lies strictly between 0 and it. */
export function largestRate(method: Method, momentum: number): number {
  if (method === 'plain') return 2;
  if (method === 'momentum') return 2 * (1 + momentum);
  return (2 * (1 + momentum)) / (1 + 2 * momentum);
}

/**
 * The settings with the best rate, for curvatures between λ = 1/κ and 1.
 *
 * plain: α = 2/(1 + λ); momentum: α = (2/(1 + √λ))², β = ((√κ − 1)/(√κ + 1))²;
 * Nesterov's: α = 4/(3 + λ), β = (√(3κ + 1) − 2)/(√(3κ + 1) + 2) [lessard-2016]
 */
export function bestTuning(method: Method, condition: number): Tuning {
  const { along } = curvatures(condition);
  const root = Math.sqrt(condition);
  if (method === 'plain') return { learningRate: 2 / (1 + along), momentum: 0 };
  if (method === 'momentum')
    return { learningRate: (2 / (1 + Math.sqrt(along))) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 };
  const longer = Math.sqrt(3 * condition + 1);
  return { learningRate: 4 / (3 + along), momentum: (longer - 2) / (longer + 2) };
}

/** The best rate in closed form: (κ − 1)/(κ + 1), (√κ − 1)/(√κ + 1) and 1 − 2/√(3κ + 1). */
export function bestRate(method: Method, condition: number): number {
  if (method === 'plain') return (condition - 1) / (condition + 1);
  const root = Math.sqrt(condition);
  return method === 'momentum' ? (root - 1) / (root + 1) : 1 - 2 / Math.sqrt(3 * condition + 1);
}

/** How many steps shrink the error to `fraction` of itself at this rate per step. */
export const stepsTo = (fraction: number, rate: number): number =>
  rate >= 1 ? Number.POSITIVE_INFINITY : rate <= 0 ? 1 : Math.max(1, Math.log(fraction) / Math.log(rate));
