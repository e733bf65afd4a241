/** What a pair of weights costs, and all pairs that cost the same: a diamond, a circle, or something between. */

import type { Pair } from './problems.ts';
import type { Convention, PenaltyName } from './programs.ts';

/** How much of the elastic net is L1; the rest is L2. */
export const mix = 0.5;

/** The shares of Σ|w| and Σw² in Ω. */
export function sharesOf(penalty: PenaltyName, convention: Convention): readonly [l1: number, l2: number] {
  const square = convention === 'half' ? 0.5 : 1;
  return ({ l1: [1, 0], l2: [0, square], elastic: [mix, (1 - mix) * square] } as const)[penalty];
}

/** Ω(w), what λ is multiplied by. */
export function costOf([a, b]: Pair, penalty: PenaltyName, convention: Convention): number {
  const [one, two] = sharesOf(penalty, convention);
  return one * (Math.abs(a) + Math.abs(b)) + two * (a * a + b * b);
}

/** How far from 0, in this direction of length 1, Ω reaches the budget. */
export function reach([a, b]: Pair, budget: number, penalty: PenaltyName, convention: Convention): number {
  const [one, two] = sharesOf(penalty, convention);
  const p = one * (Math.abs(a) + Math.abs(b));
  // two r² + p r = budget
  return two === 0 ? budget / p : (Math.sqrt(p * p + 4 * two * budget) - p) / (2 * two);
}

/** The corners of the diamond, or enough places for a smooth line; closed. */
export function ballOutline(budget: number, penalty: PenaltyName, convention: Convention): Pair[] {
  const places = penalty === 'l1' ? 4 : 96;
  return Array.from({ length: places }, (_, i): Pair => {
    const angle = (2 * Math.PI * i) / places;
    const direction: Pair = [Math.cos(angle), Math.sin(angle)];
    const length = reach(direction, budget, penalty, convention);
    return [length * direction[0], length * direction[1]];
  });
}
