import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/**
 * The same examples with some labels turned around, as careless labelling would: a network that gets these
 * right has learnt them by heart.
 *
 * @param examples with labels −1 and +1
 * @param share    of the labels, 0 … 1; exactly this many, rounded to the nearest whole number
 * @throws RangeError if the share is no share
 */
export function withLabelNoise(examples: Examples, share: number, random: Random): Examples {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`withLabelNoise: share ${share} is not in 0 … 1`);
  const target = examples.target.slice();
  const turned = random.permutation(examples.count).subarray(0, Math.round(share * examples.count));
  for (const i of turned) target[i] = -target[i];
  return { ...examples, target };
}
