/** A plot of named series as SVG text: the same markup at build time and in the page. */

import type { Axis } from './axis.ts';
import { axesMarkup, type Frame, frameOf } from './plot-frame.ts';
import { marksMarkup, namesMarkup } from './plot-marks.ts';
import { escaped, type SeriesNumber } from './series.ts';

export type Place = readonly [x: number, y: number];

export interface Series {
  readonly name: string;
  /** In the order in which they are joined; NaN leaves a gap. */
  readonly points: readonly Place[];
  readonly as?: 'line' | 'points' | 'bars';
  /** Without it, the place in the list. */
  readonly number?: SeriesNumber;
}

export interface Band {
  readonly name: string;
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
  readonly number?: SeriesNumber;
}

/** A line across the plot at one value. */
export type Mark = { readonly text: string } & ({ readonly x: number } | { readonly y: number });

/** Further drawing, given the scales; clipped to the area of the plot. */
export type Layer = (frame: Frame) => string;

export interface PlotSpec {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences that say what can be seen. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly bands?: readonly Band[];
  readonly marks?: readonly Mark[];
  readonly below?: Layer;
  readonly above?: Layer;
  /** Height of the plot's area over its width; 1 for a plane. */
  readonly aspect?: number;
  /** Stands in the middle of a plot without data. */
  readonly empty?: string;
}

export { narrow } from './plot-frame.ts';

/** @param width in pixels; the drawing's units are then those of the page and its text has the page's size */
export function plotMarkup(spec: PlotSpec, width: number): string {
  const frame = frameOf(spec, width);
  const { left, right, top, bottom, height } = frame;
  const id = `${spec.id}-${Math.round(width)}`;
  const box = `x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`;
  const isEmpty = spec.empty && spec.series.every(({ points }) => points.length === 0);
  const inside = (markup: string) => (markup ? `<g clip-path="url(#${id}-clip)">${markup}</g>` : '');
  return (
    `<svg class="plot-drawing" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${escaped(spec.title)}</title><desc id="${id}-text">${escaped(spec.description)}</desc>` +
    `<defs><clipPath id="${id}-clip"><rect ${box}/></clipPath></defs>` +
    inside(spec.below?.(frame) ?? '') +
    axesMarkup(spec, frame) +
    marksMarkup(spec, frame, inside) +
    inside(spec.above?.(frame) ?? '') +
    (frame.named ? namesMarkup(spec, frame) : '') +
    (isEmpty
      ? `<text class="plot-empty" x="${(left + right) / 2}" y="${(top + bottom) / 2}" text-anchor="middle">${escaped(spec.empty ?? '')}</text>`
      : '') +
    '</svg>'
  );
}
