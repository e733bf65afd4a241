import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/**
 * The adding problem: two numbers of a long sequence are marked, and the answer is their sum.
 *
 * After experiment 4 of [hochreiter-1997]; as in later work the numbers are uniform in 0 … 1, one mark falls
 * in each half of the sequence, and the sum is not rescaled. Always answering 1 has a mean squared error of 1/6,
 * the variance of a sum of two: a network that does better has carried something across.
 *
 * @param length steps in a sequence, at least 2
 * @returns `x` holds length × 2 numbers an example: at each step the number and its mark, 0 or 1;
 *          `target` the sum, 0 … 2
 * @throws RangeError if a sequence is too short for two marks
 */
export function addingProblem(count: number, length: number, random: Random): Examples {
  if (!(Number.isInteger(length) && length >= 2))
    throw new RangeError(`addingProblem: a sequence has at least 2 steps, got ${length}`);
  const x = new Float32Array(count * length * 2);
  const target = new Float32Array(count);
  const half = Math.floor(length / 2);
  for (let i = 0; i < count; i++) {
    const start = i * length * 2;
    for (let step = 0; step < length; step++) x[start + 2 * step] = random.uniform();
    for (const step of [random.below(half), half + random.below(length - half)]) {
      x[start + 2 * step + 1] = 1;
      target[i] += x[start + 2 * step];
    }
  }
  return { count, x, target };
}
