import type { Random } from '../../trainer/initializers/random.ts';
import { type PictureShape, sizeOfPicture } from '../pictures.ts';

/**
 * Each picture as it is or seen in a mirror, left and right swapped, with even chance. [krizhevsky-2012]
 *
 * Not for digits or letters, most of which a mirror turns into none.
 *
 * @param pictures one after another, each of `shape`
 * @returns a new batch of the same size
 */
export function mirror(pictures: Float32Array, shape: PictureShape, random: Random): Float32Array {
  const { width } = shape;
  const size = sizeOfPicture(shape);
  const mirrored = pictures.slice();
  for (let start = 0; start < pictures.length; start += size) {
    if (random.uniform() < 0.5) continue;
    for (let row = start; row < start + size; row += width) mirrored.subarray(row, row + width).reverse();
  }
  return mirrored;
}
