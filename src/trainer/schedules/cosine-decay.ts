import type { Schedule } from './schedule.ts';

/**
 * Cosine decay: half a period of a cosine, flat at both ends and steepest in the middle.
 *
 * ηₜ = b + (a − b) (1 + cos(π (t − 1)/n))/2        [loshchilov-2017]
 *
 * @param initial a, the value at step 1
 * @param final   b, the value from step n + 1 on
 * @param steps   n
 */
export const cosineDecay =
  ({
    initial,
    final = 0,
    steps,
  }: {
    readonly initial: number;
    readonly final?: number;
    readonly steps: number;
  }): Schedule =>
  (step) =>
    final + ((initial - final) * (1 + cosineOfHalfTurns(Math.min((step - 1) / steps, 1)))) / 2;

/**
 * cos(π x) for 0 ≤ x ≤ 1, to about 1e-15. Math.cos would do, but engines may round it differently.
 */
export function cosineOfHalfTurns(x: number): number {
  if (x > 0.5) return -cosineOfHalfTurns(1 - x);
  const square = Math.PI * x * (Math.PI * x);
  // The Taylor series 1 − y/2! + y²/4! − …, from its smallest term; at most π/2 goes in, so y²²/22! is below 1e-17.
  let sum = 1;
  for (let n = 22; n >= 2; n -= 2) sum = 1 - (square / (n * (n - 1))) * sum;
  return sum;
}
