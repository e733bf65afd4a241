import type { Schedule } from './schedule.ts';

/** The same number at every step. */
export const constant =
  (value: number): Schedule =>
  () =>
    value;
