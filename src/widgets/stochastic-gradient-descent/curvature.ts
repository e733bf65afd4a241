/** What the second derivatives say about how long a step may be. */

/** Entries of the symmetric Hessian. */
export interface Hessian {
  readonly slopeSlope: number;
  readonly slopeIntercept: number;
  readonly interceptIntercept: number;
}

/** Both eigenvalues, the larger first. */
export function eigenvalues({
  slopeSlope: a,
  slopeIntercept: b,
  interceptIntercept: c,
}: Hessian): [number, number] {
  const middle = (a + c) / 2;
  const half = Math.hypot((a - c) / 2, b);
  return [middle + half, middle - half];
}

/** 2/λ, beyond which steps along the steepest direction grow; no limit where nothing curves upwards. */
export const largestStableRate = (steepest: number): number =>
  steepest > 0 ? 2 / steepest : Number.POSITIVE_INFINITY;

/** |1 − ηλ|: what one step makes of the distance to the floor along a direction of curvature λ. */
export const factorPerStep = (learningRate: number, curvature: number): number =>
  Math.abs(1 - learningRate * curvature);
