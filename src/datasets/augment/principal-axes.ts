/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations: each turns two axes so that
 * the entry between them becomes 0, and sweeps over all pairs soon leave only the diagonal.
 *
 * Only + − × ÷ and √ are used, so that every engine gives the same numbers.
 *
 * @param symmetric a covariance matrix
 * @returns by falling variance; the axes have length 1, and their largest number is positive
 */
export function principalAxes(symmetric: Matrix): { variance: number; axis: number[] }[] {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const axes = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  // Convergence is quadratic: a handful of sweeps reach the last bit of any matrix of a few rows.
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, axes, p, q);
  return axes
    .map((axis, i) => {
      const largest = axis.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
      return { variance: a[i][i], axis: axis.map((one) => (largest < 0 ? -one : one)) };
    })
    .sort((one, other) => other.variance - one.variance);
}

/** Turns axes p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], axes: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tan = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(tan * tan + 1);
  const sin = tan * cos;
  const turn = (first: number[], second: number[]) => {
    for (let i = 0; i < first.length; i++)
      [first[i], second[i]] = [cos * first[i] - sin * second[i], sin * first[i] + cos * second[i]];
  };
  turn(a[p], a[q]);
  for (const row of a) [row[p], row[q]] = [cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]];
  turn(axes[p], axes[q]);
}
