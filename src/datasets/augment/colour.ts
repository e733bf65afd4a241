import type { Random } from '../../trainer/initializers/random.ts';
import { type PictureShape, sizeOfPicture } from '../pictures.ts';
import { type Matrix, principalAxes } from './principal-axes.ts';

/** How the colours of a data set vary together: as many axes as channels, each scaled by its variance. */
export type ColourAxes = Matrix;

/**
 * The principal axes of the colours of all pixels, each times its variance λ.
 *
 * @param pictures one after another, each of `shape`
 * @returns a row per axis: λ p, of as many numbers as channels
 */
export function colourAxes(pictures: Float32Array, shape: PictureShape): ColourAxes {
  const { channels, height, width } = shape;
  const pixels = height * width;
  const count = pictures.length / channels;
  const eachPixel = (visit: (colour: readonly number[]) => void) => {
    const colour = new Array<number>(channels);
    for (let start = 0; start < pictures.length; start += sizeOfPicture(shape))
      for (let pixel = 0; pixel < pixels; pixel++) {
        for (let c = 0; c < channels; c++) colour[c] = pictures[start + c * pixels + pixel];
        visit(colour);
      }
  };
  const mean = new Array<number>(channels).fill(0);
  eachPixel((colour) => {
    for (let c = 0; c < channels; c++) mean[c] += colour[c] / count;
  });
  const covariance = mean.map(() => new Array<number>(channels).fill(0));
  eachPixel((colour) => {
    for (let a = 0; a < channels; a++)
      for (let b = 0; b < channels; b++)
        covariance[a][b] += ((colour[a] - mean[a]) * (colour[b] - mean[b])) / count;
  });
  return principalAxes(covariance).map(({ variance, axis }) => axis.map((one) => variance * one));
}

/**
 * Each picture in a slightly different light: one random colour, along the axes in which the colours of the
 * data set vary, is added to all its pixels.
 *
 * Σₖ αₖ λₖ pₖ with αₖ normal, drawn once per picture        [krizhevsky-2012, §4.1]
 *
 * @param pictures one after another, each of `shape`, in 0 … 1; results may lie a little outside
 * @param axes     from `colourAxes` of the training pictures
 * @param strength standard deviation of α; AlexNet's was 0.1
 * @returns a new batch of the same size
 */
export function colour(
  pictures: Float32Array,
  shape: PictureShape,
  { axes, strength = 0.1 }: { readonly axes: ColourAxes; readonly strength?: number },
  random: Random,
): Float32Array {
  const size = sizeOfPicture(shape);
  const pixels = shape.height * shape.width;
  const lit = pictures.slice();
  for (let start = 0; start < lit.length; start += size) {
    const alpha = axes.map(() => strength * random.normal());
    for (let c = 0; c < shape.channels; c++) {
      const added = axes.reduce((sum, axis, k) => sum + alpha[k] * axis[c], 0);
      const end = start + (c + 1) * pixels;
      for (let i = start + c * pixels; i < end; i++) lit[i] += added;
    }
  }
  return lit;
}
