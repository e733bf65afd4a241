import type { Random } from '../../trainer/initializers/random.ts';
import { type PictureShape, sizeOfPicture } from '../pictures.ts';
import { copyWindow } from './window.ts';

/** A window's height and width, in pixels. */
export interface WindowSize {
  readonly height: number;
  readonly width: number;
}

/**
 * A window of each picture, at a random place. [krizhevsky-2012]
 *
 * @param pictures one after another, each of `shape`
 * @returns a new batch of pictures of the window's size
 * @throws RangeError if the window is larger than a picture
 */
export function crop(
  pictures: Float32Array,
  shape: PictureShape,
  window: WindowSize,
  random: Random,
): Float32Array {
  return windows(pictures, shape, window, () => ({
    top: random.below(shape.height - window.height + 1),
    left: random.below(shape.width - window.width + 1),
  }));
}

/** The middle window of each picture: what a network trained on crops is shown when it is tested. */
export function centreCrop(pictures: Float32Array, shape: PictureShape, window: WindowSize): Float32Array {
  const top = Math.floor((shape.height - window.height) / 2);
  const left = Math.floor((shape.width - window.width) / 2);
  return windows(pictures, shape, window, () => ({ top, left }));
}

function windows(
  pictures: Float32Array,
  shape: PictureShape,
  window: WindowSize,
  place: () => { top: number; left: number },
): Float32Array {
  if (window.height > shape.height || window.width > shape.width)
    throw new RangeError(
      `crop: a window of ${window.height} × ${window.width} does not fit into ${shape.height} × ${shape.width}`,
    );
  const cut = { ...shape, ...window };
  const [size, cutSize] = [sizeOfPicture(shape), sizeOfPicture(cut)];
  const count = pictures.length / size;
  const cuts = new Float32Array(count * cutSize);
  for (let i = 0; i < count; i++)
    copyWindow(
      pictures.subarray(i * size, (i + 1) * size),
      shape,
      place(),
      cuts.subarray(i * cutSize, (i + 1) * cutSize),
      cut,
    );
  return cuts;
}
