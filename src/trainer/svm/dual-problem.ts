/** What the support-vector machine's dual problem is given, and what it gives. */

/** What is learned about each example, and the threshold. */
export interface DualSolution {
  /** αᵢ, 0 … cost: how hard example i pushes the boundary away. 0 for all but the support vectors. */
  readonly alphas: readonly number[];
  readonly bias: number;
  readonly steps: number;
}

/** See `solveDual`. */
export interface DualSettings {
  readonly cost: number;
  readonly tolerance?: number;
  readonly most?: number;
  readonly onStep?: (now: DualSolution) => void;
}

/** @throws RangeError if sizes, labels or settings do not fit */
export function expectProblem(
  size: number,
  labels: ArrayLike<number>,
  cost: number,
  tolerance: number,
): void {
  const count = labels.length;
  const wrong = Array.from(labels).find((label) => label !== 1 && label !== -1);
  if (wrong !== undefined) throw new RangeError(`solveDual: labels are −1 or +1, got ${wrong}`);
  if (new Set(Array.from(labels)).size < 2)
    throw new RangeError('solveDual: both labels, −1 and +1, must occur');
  if (size !== count * count)
    throw new RangeError(`solveDual: ${count} examples need ${count * count} kernel values, got ${size}`);
  if (!(cost > 0 && tolerance > 0))
    throw new RangeError(`solveDual: cost and tolerance must be > 0, got ${cost} and ${tolerance}`);
}
