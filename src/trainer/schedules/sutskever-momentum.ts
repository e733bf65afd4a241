import type { Schedule } from './schedule.ts';

/**
 * Momentum that rises towards 1 as training goes on, each 250 steps by less.
 *
 * μ = min(1 − 2^(−1 − log₂(⌊t/250⌋ + 1)), μₘₐₓ) = min(1 − 1/(2 ⌊t/250⌋ + 2), μₘₐₓ)        [sutskever-2013]
 *
 * t is the number of updates already made: 0 at step 1. So 0.5, then 0.75, 0.833…; 0.9 after 1,000 updates.
 *
 * @param limit μₘₐₓ; the paper tried 0.999, 0.995, 0.99, 0.9 and 0
 */
export const sutskeverMomentumSchedule =
  ({ limit = 0.99 }: { readonly limit?: number } = {}): Schedule =>
  (step) =>
    Math.min(1 - 1 / (2 * Math.floor((step - 1) / 250) + 2), limit);
