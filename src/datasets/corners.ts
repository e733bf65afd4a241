/**
 * Functions of two bits as points in the plane: the corners (0,0), (0,1), (1,0), (1,1), in that order,
 * each with the label +1 where the function is true and −1 where it is false.
 */

import type { Examples } from './dataset.ts';

const corners = [0, 0, 0, 1, 1, 0, 1, 1];

const labelled = (...target: readonly number[]): Examples => ({
  count: 4,
  x: Float32Array.from(corners),
  target: Float32Array.from(target),
});

/** True at (1,1) only. */
export const and = (): Examples => labelled(-1, -1, -1, 1);

/** False at (0,0) only. */
export const or = (): Examples => labelled(-1, 1, 1, 1);

/** True where exactly one bit is set: no line has (0,1) and (1,0) on one side and the others on the other. */
export const xor = (): Examples => labelled(-1, 1, 1, -1);
