/** What gradient ascent on pictures of CIFAR-10 starts from, and how it moves what the network looks at. */

import { constant } from '../graph/value.ts';
import type { Random } from '../trainer/initializers/random.ts';
import { cifarColour, cifarShape } from './cifar-10.ts';

const { channels, height, width } = cifarShape;

/** The mean colour of the training pictures: what the network sees as zero. */
export const meanColour = constant(cifarColour.mean, 'float32', [channels, 1, 1]);

/** Farthest that a picture is moved before the network looks at it, in pixels. */
export const farthest = 2;
export const span = 2 * farthest + 1;

/** Kernels that move a picture down and right by whole pixels, −2 … 2; the mean colour moves in. */
export function shiftKernel(down: number, right: number): Float32Array {
  const kernels = new Float32Array(channels * span * span);
  for (let channel = 0; channel < channels; channel++)
    kernels[channel * span * span + (farthest - down) * span + (farthest - right)] = 1;
  return kernels;
}

/** A move of up to `by` pixels each way, drawn anew for each step. @param by 0 … 2 */
export const jitter = (random: Random, by: number): Float32Array =>
  shiftKernel(random.below(2 * by + 1) - by, random.below(2 * by + 1) - by);

/** A picture to begin with: the mean colour, with noise of this deviation around it. */
export function noise(random: Random, deviation: number): Float32Array {
  const pixels = height * width;
  return Float32Array.from({ length: channels * pixels }, (_, i) => {
    const value = cifarColour.mean[Math.floor(i / pixels)] + deviation * random.normal();
    return Math.min(1, Math.max(0, value));
  });
}
