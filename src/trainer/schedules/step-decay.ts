import { type Schedule, wholePower } from './schedule.ts';

/**
 * Step decay: one factor after every so many steps, and level in between.
 *
 * ηₜ = η₁ γ^⌊(t − 1)/n⌋
 *
 * AlexNet divided by 10 three times, by hand, when the validation error stalled [krizhevsky-2012].
 *
 * @param initial η₁
 * @param factor  γ
 * @param every   n, how many steps a level lasts
 */
export const stepDecay =
  ({
    initial,
    factor = 0.1,
    every,
  }: {
    readonly initial: number;
    readonly factor?: number;
    readonly every: number;
  }): Schedule =>
  (step) =>
    initial * wholePower(factor, Math.floor((step - 1) / every));
