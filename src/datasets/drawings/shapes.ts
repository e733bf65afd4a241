/** The three shapes that the drawings are made of. */

import type { Colour, Shape } from './rasterise.ts';

/** From this height down to another, over the whole width. */
export const ground = (fill: Colour, fillBelow: Colour = fill, from = 0, to = 32): Shape => ({
  fill,
  fillBelow,
  polygon: [
    [0, from],
    [32, from],
    [32, to],
    [0, to],
  ],
});

export const disc = (fill: Colour, x: number, y: number, width: number, height = width): Shape => ({
  fill,
  ellipse: [x, y, width, height],
});

export const poly = (fill: Colour, ...polygon: readonly (readonly [number, number])[]): Shape => ({
  fill,
  polygon,
});
