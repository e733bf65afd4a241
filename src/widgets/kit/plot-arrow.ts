/** Arrows in a plot: velocities, gradients, steps to come. */

import { short } from './plane.ts';
import type { Place } from './plot.ts';
import type { Frame } from './plot-frame.ts';
import { escaped, type SeriesNumber } from './series.ts';

export interface Arrow {
  readonly from: Place;
  readonly to: Place;
  readonly number: SeriesNumber;
  /** Stands beside the head. */
  readonly text?: string;
}

/** Length and half the width of a head, in pixels. */
const head = { length: 10, width: 4.5 };

/** For `above` of a plot: `above: (frame) => arrows.map((one) => arrowMarkup(one, frame)).join('')`. */
export function arrowMarkup({ from, to, number, text }: Arrow, { x, y, left, right }: Frame): string {
  const [ax, ay, bx, by] = [x(from[0]), y(from[1]), x(to[0]), y(to[1])];
  const length = Math.hypot(bx - ax, by - ay);
  // A vector of no length, or of none that can be drawn, has no direction.
  if (!Number.isFinite(length) || length < 0.5) return '';
  const [dx, dy] = [(bx - ax) / length, (by - ay) / length];
  const size = Math.min(1, length / head.length);
  const [mx, my] = [bx - dx * head.length * size, by - dy * head.length * size];
  const [sx, sy] = [-dy * head.width * size, dx * head.width * size];
  const side = bx > (left + right) / 2 ? -1 : 1;
  const name = text
    ? `<text x="${short(bx + side * 8)}" y="${short(by + (dy < 0 ? -8 : 16))}" text-anchor="${side > 0 ? 'start' : 'end'}">${escaped(text)}</text>`
    : '';
  return (
    `<g class="plot-arrow series-${number}"><path d="M${short(ax)} ${short(ay)}L${short(mx)} ${short(my)}"/>` +
    `<path class="plot-arrow-head" d="M${short(bx)} ${short(by)}L${short(mx + sx)} ${short(my + sy)}L${short(mx - sx)} ${short(my - sy)}Z"/>${name}</g>`
  );
}
