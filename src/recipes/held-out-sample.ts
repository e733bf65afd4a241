/** Some held-out pictures beside a model, `held-out.json`, so that a page can ask it what it has never seen. */

import { z } from 'zod';
import type { Examples } from '../datasets/dataset.ts';

export const heldOutSample = z.strictObject({
  /** The class of each picture, in the order of the data set. */
  labels: z.array(z.int().nonnegative()).min(1),
  /** Grey pixels of all pictures, one byte each from 0 (paper) to 255 (ink), in base64. */
  pixels: z.base64(),
});
export type HeldOutSample = z.infer<typeof heldOutSample>;

/** @param examples pictures whose pixels are whole 255ths */
export function toSample({ count, x, target }: Examples): HeldOutSample {
  const classes = target.length / count;
  const bytes = Uint8Array.from(x, (pixel) => Math.round(pixel * 255));
  return {
    labels: Array.from({ length: count }, (_, i) =>
      target.subarray(i * classes, (i + 1) * classes).indexOf(1),
    ),
    // One picture at a time: a call takes no more than some ten thousand arguments.
    pixels: btoa(
      Array.from({ length: count }, (_, i) =>
        String.fromCharCode(...bytes.subarray((i * bytes.length) / count, ((i + 1) * bytes.length) / count)),
      ).join(''),
    ),
  };
}

/** @returns `x` 0 … 1, `target` one-hot, the very numbers that the sample was made of */
export function fromSample({ labels, pixels }: HeldOutSample, classes: number): Examples {
  const bytes = atob(pixels);
  const target = new Float32Array(labels.length * classes);
  labels.forEach((label, i) => {
    target[i * classes + label] = 1;
  });
  return {
    count: labels.length,
    x: Float32Array.from({ length: bytes.length }, (_, i) => bytes.charCodeAt(i) / 255),
    target,
  };
}
