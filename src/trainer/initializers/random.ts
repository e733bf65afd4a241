/** The seeded generator behind every random number of the project: same seed, same numbers, on any machine. */

export interface Random {
  /** Uniform in [0, 1), a multiple of 2⁻²⁴, so that float32 holds it exactly. */
  uniform(): number;
  /** Uniform integer in [0, n). @param n 1 … 2²⁴ */
  below(n: number): number;
  /** Approximately standard normal: twelve uniforms minus six (mean 0, variance 1, within ±6). */
  normal(): number;
  /** The numbers 0 … n−1 in random order (Fisher–Yates). */
  permutation(n: number): Uint32Array;
}

/**
 * SplitMix32 over 32-bit integers. Only integer arithmetic and exact sums of dyadic fractions are used:
 * engines may round Math.log or Math.cos differently, and then a trained model would not be reproducible.
 * @param seed an integer, 0 … 2³²−1
 */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const bits = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const uniform = () => (bits() >>> 8) * 2 ** -24;
  const below = (n: number) => Math.floor(uniform() * n);
  return {
    uniform,
    below,
    normal() {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += uniform();
      return sum;
    },
    permutation(n) {
      const order = Uint32Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j], order[i]];
      }
      return order;
    },
  };
}
