/** What a reader draws, as the numbers the network takes: strokes of one colour on a ground of another. */

import { type Colour, rasterise, type Shape } from '../../datasets/drawings/rasterise.ts';
import { disc, ground, poly } from '../../datasets/drawings/shapes.ts';
import type { Stroke } from '../../datasets/drawn-digits.ts';

export const grounds = { sky: 'Sky', sea: 'Sea', grass: 'Grass', road: 'Road', white: 'White' } as const;
export type Ground = keyof typeof grounds;
export const inks = { dark: 'Dark', white: 'White', red: 'Red', brown: 'Brown', green: 'Green' } as const;
export type Ink = keyof typeof inks;

const groundColours: Readonly<Record<Ground, readonly [Colour, Colour]>> = {
  sky: [
    [96, 150, 214],
    [188, 214, 240],
  ],
  sea: [
    [120, 168, 210],
    [24, 70, 116],
  ],
  grass: [
    [150, 176, 110],
    [86, 124, 56],
  ],
  road: [
    [190, 200, 206],
    [110, 110, 112],
  ],
  white: [
    [255, 255, 255],
    [255, 255, 255],
  ],
};
const inkColours: Readonly<Record<Ink, Colour>> = {
  dark: [40, 40, 46],
  white: [240, 240, 240],
  red: [190, 30, 34],
  brown: [126, 78, 44],
  green: [98, 140, 48],
};

/** Half the width of a stroke, in pixels. */
const radius = 1.6;

/** @param strokes places in 0 … 1 from the upper left */
export function painted(strokes: readonly Stroke[], on: Ground, ink: Ink): Float32Array {
  const fill = inkColours[ink];
  const shapes: Shape[] = [ground(...groundColours[on])];
  for (const stroke of strokes)
    stroke.forEach(([x, y], i) => {
      const [toX, toY] = [32 * x, 32 * y];
      shapes.push(disc(fill, toX, toY, 2 * radius));
      if (i === 0) return;
      const [fromX, fromY] = [32 * stroke[i - 1][0], 32 * stroke[i - 1][1]];
      const length = Math.hypot(toX - fromX, toY - fromY) || 1;
      const [across, down] = [((toY - fromY) / length) * radius, ((fromX - toX) / length) * radius];
      shapes.push(
        poly(
          fill,
          [fromX + across, fromY + down],
          [toX + across, toY + down],
          [toX - across, toY - down],
          [fromX - across, fromY - down],
        ),
      );
    });
  return rasterise({ title: 'a drawing of yours', shows: '', shapes });
}
