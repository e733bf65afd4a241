/** Letters of five by five pixels in a larger square: what a neocognitron must know wherever it stands. */

import type { Examples } from './dataset.ts';

const drawn = {
  T: ['#####', '..#..', '..#..', '..#..', '..#..'],
  L: ['#....', '#....', '#....', '#....', '#####'],
  X: ['#...#', '.#.#.', '..#..', '.#.#.', '#...#'],
  Z: ['#####', '...#.', '..#..', '.#...', '#####'],
} as const;

export type Letter = keyof typeof drawn;
export const letters = Object.keys(drawn) as readonly Letter[];
/** Sides of a letter and of the square it stands in, in pixels. */
const letterSide = 5;
export const squareSide = 12;
/** At how many places in a row, and in a column, a letter can stand. */
export const placesAcross = squareSide - letterSide + 1;

/** @returns 144 pixels, 0 or 1, row-major, with the letter's first corner at this row and column, each 0 … 7 */
export function drawLetter(letter: Letter, row: number, column: number): Float32Array {
  const image = new Float32Array(squareSide * squareSide);
  drawn[letter].forEach((line, i) => {
    for (let j = 0; j < letterSide; j++) if (line[j] === '#') image[(row + i) * squareSide + column + j] = 1;
  });
  return image;
}

/** Every letter at each of these places, place by place; `target` is the letter, one-hot. */
export function lettersAt(places: readonly (readonly [row: number, column: number])[]): Examples {
  const images = places.flatMap(([row, column]) => letters.map((letter) => drawLetter(letter, row, column)));
  const x = new Float32Array(images.length * squareSide * squareSide);
  const target = new Float32Array(images.length * letters.length);
  images.forEach((image, i) => {
    x.set(image, i * image.length);
    target[i * letters.length + (i % letters.length)] = 1;
  });
  return { count: images.length, x, target };
}
