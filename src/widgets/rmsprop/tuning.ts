/** How the learning rates of the race were found. */

import type { GraphRunner } from '../kit/graph-runner.ts';
import { courseOf } from './compute.ts';
import { type RacerName, usual } from './state.ts';

/** 1, 2 and 5 times the powers of ten from 0.001 to 1. */
export const candidates: readonly number[] = [-3, -2, -1, 0].flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${digit}e${power}`)),
);

/** The candidate with the earliest arrival from the usual start; of two as early, the smaller. */
export async function tune(
  runner: GraphRunner,
  racer: RacerName,
): Promise<{ rate: number; arrival: number }> {
  let best = { rate: Number.NaN, arrival: Number.POSITIVE_INFINITY };
  for (const rate of candidates) {
    const { arrival } = await courseOf(runner, racer, { ...usual, rates: { ...usual.rates, [racer]: rate } });
    if (arrival !== null && arrival < best.arrival) best = { rate, arrival };
  }
  return best;
}
