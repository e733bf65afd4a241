import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';
import { type Point, scatter } from './points.ts';

/**
 * Gaussian clouds around given centres, in turn. Where clouds of two classes overlap, no rule gets all right.
 *
 * @param centres of the clouds, each with its class; opposite corners of one class make a noisy XOR
 * @param spread  standard deviation along each axis
 * @throws RangeError if there is no centre
 */
export function blobs(
  count: number,
  {
    centres = [
      { x1: 0.15, x2: 0.15, label: -1 },
      { x1: 0.85, x2: 0.85, label: 1 },
    ],
    spread = 0.2,
  }: { readonly centres?: readonly Point[]; readonly spread?: number },
  random: Random,
): Examples {
  if (centres.length === 0) throw new RangeError('blobs: at least one centre is needed, got none');
  return scatter(count, spread, random, (i) => centres[i % centres.length]);
}
