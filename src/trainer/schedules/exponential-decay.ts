import { type Schedule, wholePower } from './schedule.ts';

/**
 * Exponential decay: the same factor at every step.
 *
 * ηₜ = η₁ γᵗ⁻¹
 *
 * @param initial η₁
 * @param factor  γ, a little below 1: 0.999 halves in 693 steps
 */
export const exponentialDecay =
  ({ initial, factor }: { readonly initial: number; readonly factor: number }): Schedule =>
  (step) =>
    initial * wholePower(factor, step - 1);
