import type { Random } from '../../trainer/initializers/random.ts';
import { type PictureShape, sizeOfPicture } from '../pictures.ts';
import { copyWindow } from './window.ts';

/**
 * Each picture moved by a random number of whole pixels; what moves in from outside is 0.
 *
 * The same as a border of `by` zeros around the picture and a random cut of the old size.
 *
 * @param pictures one after another, each of `shape`
 * @param by       farthest move, each way along both axes, in pixels
 * @returns a new batch of the same size
 */
export function shift(
  pictures: Float32Array,
  shape: PictureShape,
  { by }: { readonly by: number },
  random: Random,
): Float32Array {
  const size = sizeOfPicture(shape);
  const shifted = new Float32Array(pictures.length);
  for (let start = 0; start < pictures.length; start += size) {
    const top = random.below(2 * by + 1) - by;
    const left = random.below(2 * by + 1) - by;
    copyWindow(pictures.subarray(start, start + size), shape, { top, left }, shifted.subarray(start), shape);
  }
  return shifted;
}
