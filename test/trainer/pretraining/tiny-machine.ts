/** A Boltzmann machine small enough for every state to be counted: 3 visible and 2 hidden units. */

export const numbers = {
  weights: [1.5, -1, 0.5, 2, -1.25, 0.75],
  visibleBias: [0.25, -0.5, 0.1],
  hiddenBias: [-0.3, 0.2],
} as const;

/** The lowest `width` bits of a number, least first. */
export const bitsOf = (code: number, width: number): number[] =>
  Array.from({ length: width }, (_, i) => (code >> i) & 1);

/** E(v, h), by its definition. */
export function energy(v: readonly number[], h: readonly number[]): number {
  let sum = 0;
  v.forEach((vi, i) => {
    sum -= numbers.visibleBias[i] * vi;
    h.forEach((hj, j) => {
      sum -= vi * numbers.weights[2 * i + j] * hj;
    });
  });
  h.forEach((hj, j) => {
    sum -= numbers.hiddenBias[j] * hj;
  });
  return sum;
}

/** v hᵀ, v and h of one state, in the order weights, visible biases, hidden biases. */
const statistics = (v: readonly number[], h: readonly number[]): number[] => [
  ...v.flatMap((vi) => h.map((hj) => vi * hj)),
  ...v,
  ...h,
];

/** The mean of the statistics over all states of the machine, some visible units held at `clamped` or none. */
function mean(clamped?: readonly number[]): number[] {
  const sums = new Array<number>(11).fill(0);
  let all = 0;
  for (let code = 0; code < 32; code++) {
    const [v, h] = [bitsOf(code, 3), bitsOf(code >> 3, 2)];
    if (clamped && String(v) !== String(clamped)) continue;
    const weight = Math.exp(-energy(v, h));
    all += weight;
    statistics(v, h).forEach((one, k) => {
      sums[k] += weight * one;
    });
  }
  return sums.map((sum) => sum / all);
}

/** The gradient of the mean log likelihood of the data: ⟨ ⟩ under the data less ⟨ ⟩ under the machine. */
export function likelihoodGradient(data: readonly (readonly number[])[]): number[] {
  const free = mean();
  const held = data.map((v) => mean(v));
  return free.map((one, k) => held.reduce((sum, each) => sum + each[k], 0) / data.length - one);
}
