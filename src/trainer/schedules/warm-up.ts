import type { Schedule } from './schedule.ts';

/**
 * Linear warm-up: rises evenly from near 0 to where another schedule starts, then follows that one.
 *
 * ηₜ = η₁ t/n for t ≤ n, then the other schedule's step t − n
 *
 * @param steps n, how long the rise takes; step n is the first at full height
 * @param then  the schedule to follow; its first step gives η₁
 */
export const warmUp =
  (steps: number, then: Schedule): Schedule =>
  (step) =>
    step <= steps ? (then(1) * step) / steps : then(step - steps);
