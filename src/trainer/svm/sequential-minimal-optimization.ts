import { type DualSettings, type DualSolution, expectProblem } from './dual-problem.ts';

/**
 * The support-vector machine's dual problem, solved two multipliers at a time.
 *
 * max Σ αᵢ − ½ Σᵢⱼ αᵢ αⱼ yᵢ yⱼ kᵢⱼ  with 0 ≤ αᵢ ≤ C, Σ αᵢ yᵢ = 0        [cortes-1995, platt-1998]
 *
 * Each step takes the pair that violates the optimality conditions most and solves for it exactly, which
 * keeps Σ αᵢ yᵢ at 0 [keerthi-2001]. Only + − × ÷ in float64 are used, so every machine finds the same bits.
 *
 * @param kernel    kᵢⱼ of examples i and j, row-major, N × N, positive semidefinite
 * @param labels    yᵢ, each −1 or +1, both present
 * @param cost      C > 0, the price of a violated margin; Infinity allows none (hard margin)
 * @param tolerance how much sums yᵢ f(xᵢ) may violate their conditions by at the end, > 0
 * @param onStep    gets the state before each step and at the end; its lists change with the next
 * @throws RangeError if sizes, labels or settings do not fit
 * @throws Error if it has not converged after `most` steps: with an infinite cost, no boundary may exist
 */
export function solveDual(
  kernel: ArrayLike<number>,
  labels: ArrayLike<number>,
  { cost, tolerance = 1e-6, most = 1_000_000, onStep = () => {} }: DualSettings,
): DualSolution {
  const count = labels.length;
  expectProblem(kernel.length, labels, cost, tolerance);
  const alphas = new Array<number>(count).fill(0);
  // yᵢ − Σⱼ αⱼ yⱼ kᵢⱼ: the bias that would put example i exactly on its margin.
  const wanted = Float64Array.from(labels);
  // How far αᵢ may still move in the direction that raises (+1) or lowers (−1) Σ αᵢ yᵢ.
  const room = (i: number, direction: number) => (labels[i] === direction ? cost - alphas[i] : alphas[i]);
  const move = (i: number, direction: number, step: number) => {
    const grows = labels[i] === direction;
    if (step === room(i, direction)) alphas[i] = grows ? cost : 0;
    else alphas[i] += grows ? step : -step;
  };

  for (let steps = 0; steps < most; steps++) {
    let [up, down] = [-1, -1];
    for (let i = 0; i < count; i++) {
      if (room(i, 1) > 0 && (up < 0 || wanted[i] > wanted[up])) up = i;
      if (room(i, -1) > 0 && (down < 0 || wanted[i] < wanted[down])) down = i;
    }
    const gap = wanted[up] - wanted[down];
    const now = { alphas, bias: (wanted[up] + wanted[down]) / 2, steps };
    onStep(now);
    if (gap <= tolerance) return now;
    const at = (i: number, j: number) => kernel[i * count + j];
    const curvature = at(up, up) + at(down, down) - 2 * at(up, down);
    // Two examples in one place have no curvature between them: then as far as there is room.
    const step = Math.min(curvature > 0 ? gap / curvature : Infinity, room(up, 1), room(down, -1));
    if (!Number.isFinite(step)) break;
    move(up, 1, step);
    move(down, -1, step);
    for (let i = 0; i < count; i++) wanted[i] -= step * (at(up, i) - at(down, i));
  }
  throw new Error(
    `solveDual: not solved to ${tolerance} in ${most} steps at cost ${cost}; ${cost === Infinity ? 'the classes may not be separable: allow violations by a finite cost' : 'try a smaller cost'}`,
  );
}
