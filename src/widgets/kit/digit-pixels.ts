/**
 * Strokes of a pen as 28 × 28 grey pixels, as the digits of MNIST were made: the drawing is fitted into 20 × 20 pixels
 * without changing its proportions, softened by that, and moved until its centre of mass is the middle.
 */

import type { Point, Stroke } from '../../datasets/drawn-digits.ts';

export const digitSide = 28;
/** Side of the box into which a drawing is fitted. */
const fitted = 20;
/** Of the pen, in pixels after fitting, so that a small drawing is not a fat one: about that of MNIST's pens. */
const penWidth = 2.6;
/** Drawings smaller than this share of the pad are dots, which are not blown up to the whole box. */
const smallest = 0.12;

/**
 * @param strokes coordinates 0 … 1 from the top left
 * @returns 0 (paper) … 1 (ink), row by row, 784 numbers; all 0 if nothing is drawn
 */
export function digitPixels(strokes: readonly Stroke[]): Float32Array {
  const points = strokes.flat();
  if (points.length === 0) return new Float32Array(digitSide * digitSide);
  const placed = intoBox(strokes, points);
  const [x, y] = centreOfMass(rasterise(placed));
  const middle = digitSide / 2;
  return rasterise(moved(placed, [middle - x, middle - y]));
}

function intoBox(strokes: readonly Stroke[], points: readonly Point[]): Stroke[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = (fitted - penWidth) / Math.max(width, height, smallest);
  const middle = digitSide / 2;
  return strokes.map((stroke) =>
    stroke.map(
      ([x, y]): Point => [middle + (x - left - width / 2) * scale, middle + (y - top - height / 2) * scale],
    ),
  );
}

const moved = (strokes: readonly Stroke[], [dx, dy]: Point): Stroke[] =>
  strokes.map((stroke) => stroke.map(([x, y]): Point => [x + dx, y + dy]));

/** Ink of a pixel: the share of it that the pen covers, taken from the distance of its middle to the pen's way. */
function rasterise(strokes: readonly Stroke[]): Float32Array {
  const pixels = new Float32Array(digitSide * digitSide);
  for (let row = 0, i = 0; row < digitSide; row++)
    for (let column = 0; column < digitSide; column++, i++) {
      let nearest = Number.POSITIVE_INFINITY;
      for (const stroke of strokes)
        for (let at = 0; at < stroke.length; at++) {
          const distance = distanceTo(stroke[Math.max(0, at - 1)], stroke[at], column + 0.5, row + 0.5);
          if (distance < nearest) nearest = distance;
        }
      pixels[i] = Math.min(1, Math.max(0, penWidth / 2 + 0.5 - nearest));
    }
  return pixels;
}

function distanceTo([ax, ay]: Point, [bx, by]: Point, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** @returns in pixels from the left and from the top, the middle of a pixel lying at its half */
export function centreOfMass(pixels: ArrayLike<number>): Point {
  let [mass, x, y] = [0, 0, 0];
  for (let i = 0; i < pixels.length; i++) {
    mass += pixels[i];
    x += pixels[i] * ((i % digitSide) + 0.5);
    y += pixels[i] * (Math.floor(i / digitSide) + 0.5);
  }
  return mass === 0 ? [digitSide / 2, digitSide / 2] : [x / mass, y / mass];
}
