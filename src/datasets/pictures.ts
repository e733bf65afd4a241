/** Labelled pictures as bytes, as the files of MNIST and CIFAR-10 hold them. */

import type { Examples } from './dataset.ts';

/** Of one picture. Pixels lie row by row, one channel after another. */
export interface PictureShape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

export interface Pictures extends PictureShape {
  readonly count: number;
  /** 0 … 255, count × channels × height × width. */
  readonly pixels: Uint8Array;
  /** The class of each picture, from 0. */
  readonly labels: Uint8Array;
}

/** @returns numbers in one picture */
export const sizeOfPicture = ({ channels, height, width }: PictureShape): number => channels * height * width;

/**
 * Pictures as a network takes them: `x` holds pixels / 255, so 0 … 1, and `target` the class, one-hot.
 * @param classes how many there are
 */
export function toExamples({ count, pixels, labels }: Pictures, classes: number): Examples {
  const x = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) x[i] = pixels[i] / 255;
  const target = new Float32Array(count * classes);
  labels.forEach((label, i) => {
    target[i * classes + label] = 1;
  });
  return { count, x, target };
}

/** The pictures of several files, in order. */
export function join(parts: readonly Pictures[]): Pictures {
  const gather = (arrays: readonly Uint8Array[]) => {
    const all = new Uint8Array(arrays.reduce((total, one) => total + one.length, 0));
    let at = 0;
    for (const one of arrays) {
      all.set(one, at);
      at += one.length;
    }
    return all;
  };
  return {
    ...parts[0],
    count: parts.reduce((total, { count }) => total + count, 0),
    pixels: gather(parts.map(({ pixels }) => pixels)),
    labels: gather(parts.map(({ labels }) => labels)),
  };
}
