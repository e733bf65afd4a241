/** What stands between the axes: bands, bars, lines, points, marks, and the names at the lines. */

import { area, line } from 'd3-shape';
import { isOn } from './axis.ts';
import { short } from './plane.ts';
import type { Band, Mark, Place, PlotSpec, Series } from './plot.ts';
import type { Frame } from './plot-frame.ts';
import { escaped, type SeriesNumber, seriesNumber, seriesSymbol } from './series.ts';

/** A line of up to this many points shows each of them. */
const mostSymbols = 24;
/** Between the middles of two names, in pixels. */
const lineHeight = 17;

export function marksMarkup(spec: PlotSpec, frame: Frame, inside: (markup: string) => string): string {
  const isDrawn = ([x, y]: Place) => isOn(spec.x, x) && isOn(spec.y, y);
  // Bars of all series are as wide as the closest two of them allow.
  const places = spec.series.flatMap(({ as, points }) =>
    as === 'bars' ? points.filter(isDrawn).map(([x]) => frame.x(x)) : [],
  );
  const bands = (spec.bands ?? []).map((band, i) => bandMarkup(spec, frame, band, i)).join('');
  const series = spec.series.map((one, i) => {
    const number = one.number ?? seriesNumber(i);
    const points = one.points.filter(isDrawn);
    if (one.as === 'bars') return group(number, barsMarkup(points, places, frame));
    if (one.as === 'points') return group(number, symbolsMarkup(points, number, frame));
    const path = line<Place>()
      .defined(isDrawn)
      .x(([x]) => frame.x(x))
      .y(([, y]) => frame.y(y))
      .digits(2)(one.points);
    // Values beyond a given domain leave the plot's area and are cut off there; symbols must not be.
    const symbols = points.length <= mostSymbols ? symbolsMarkup(points, number, frame) : '';
    return group(number, `${path ? inside(`<path class="plot-line" d="${path}"/>`) : ''}${symbols}`);
  });
  const marks = (spec.marks ?? []).map((mark) => markMarkup(mark, spec, frame)).join('');
  return `${inside(bands)}${series.join('')}${marks}`;
}

const group = (number: SeriesNumber, markup: string): string => `<g class="series-${number}">${markup}</g>`;

function bandMarkup(spec: PlotSpec, frame: Frame, { points, number }: Band, index: number): string {
  const path = area<Band['points'][number]>()
    .defined(([x, low, high]) => isOn(spec.x, x) && isOn(spec.y, low) && isOn(spec.y, high))
    .x(([x]) => frame.x(x))
    .y0(([, low]) => frame.y(low))
    .y1(([, , high]) => frame.y(high))
    .digits(2)([...points]);
  return group(number ?? seriesNumber(index), path ? `<path class="plot-band" d="${path}"/>` : '');
}

function symbolsMarkup(points: readonly Place[], number: SeriesNumber, { x, y, ...frame }: Frame): string {
  const outline = seriesSymbol(number);
  return points
    .map(([a, b]) => [x(a), y(b)])
    .filter(
      ([a, b]) => a >= frame.left - 1 && a <= frame.right + 1 && b >= frame.top - 1 && b <= frame.bottom + 1,
    )
    .map(
      ([a, b]) => `<path class="plot-symbol" transform="translate(${short(a)} ${short(b)})" d="${outline}"/>`,
    )
    .join('');
}

function barsMarkup(
  points: readonly Place[],
  places: readonly number[],
  { x, y, left, right, bottom }: Frame,
): string {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((place, i) => place - sorted[i]);
  const width = Math.max(1, Math.min(48, (gaps.length ? Math.min(...gaps) : right - left) * 0.82));
  // A logarithmic axis has no 0: its bars begin at the axis.
  const zero = Number.isFinite(y(0)) ? Math.min(bottom, y(0)) : bottom;
  return points
    .map(([value, height]) => {
      const end = y(height);
      const box = `x="${short(x(value) - width / 2)}" y="${short(Math.min(zero, end))}"`;
      return `<rect class="plot-bar" ${box} width="${short(width)}" height="${short(Math.abs(end - zero))}"/>`;
    })
    .join('');
}

function markMarkup(mark: Mark, spec: PlotSpec, frame: Frame): string {
  const { x, y, left, right, top, bottom } = frame;
  const text = escaped(mark.text);
  if ('y' in mark) {
    const at = short(y(mark.y));
    const { atEnd, above } = freestPlace(mark.text, y(mark.y), spec, frame);
    return (
      `<g class="plot-mark"><path d="M${left} ${at}H${right}"/>` +
      `<text x="${atEnd ? right - 4 : left + 4}" y="${at}" dy="${above ? '-0.4em' : '1.1em'}" text-anchor="${atEnd ? 'end' : 'start'}">${text}</text></g>`
    );
  }
  const at = x(mark.x);
  // The text stands on the side with more room.
  const side = at > (left + right) / 2 ? -1 : 1;
  return (
    `<g class="plot-mark"><path d="M${short(at)} ${top}V${bottom}"/>` +
    `<text x="${short(at + side * 5)}" y="${top + 11}" text-anchor="${side > 0 ? 'start' : 'end'}">${text}</text></g>`
  );
}

/** Where the text of a horizontal mark covers least of the lines: at its end above it, unless another place is freer. */
function freestPlace(
  text: string,
  at: number,
  { series }: PlotSpec,
  { x, y, left, right, top, bottom }: Frame,
) {
  const [width, height] = [4 + 7 * text.length, lineHeight];
  const lines = series.filter(({ as }) => as === undefined || as === 'line');
  const spots = lines.flatMap(({ points }) =>
    points.flatMap(([a, b], i) => {
      const [c, d] = points[i + 1] ?? [a, b];
      return [0, 0.25, 0.5, 0.75].map((part) => [x(a + part * (c - a)), y(b + part * (d - b))] as const);
    }),
  );
  const covered = ({ atEnd, above }: { atEnd: boolean; above: boolean }): number => {
    const [from, upper] = [atEnd ? right - width : left, above ? at - height : at];
    if (upper < top || upper + height > bottom) return Number.POSITIVE_INFINITY;
    return spots.filter(([h, v]) => h >= from && h <= from + width && v >= upper && v <= upper + height)
      .length;
  };
  const places = [true, false].flatMap((atEnd) => [true, false].map((above) => ({ atEnd, above })));
  const counts = places.map(covered);
  return places[Math.max(0, counts.indexOf(Math.min(...counts)))];
}

/** Names at the right ends of their lines, pushed apart where the lines end close to each other. */
export function namesMarkup(spec: PlotSpec, frame: Frame): string {
  const names = spec.series
    .map((series, i) => ({ series, number: series.number ?? seriesNumber(i), end: lastOn(spec, series) }))
    .filter(({ end }) => end !== undefined)
    .map((one) => ({ ...one, at: frame.y((one.end as Place)[1]) }))
    .sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  for (const name of names) {
    name.at = Math.max(Math.min(name.at, frame.bottom), last + lineHeight);
    last = name.at;
  }
  // What was pushed below the axis goes up again, and takes its neighbours with it.
  let next = frame.bottom + lineHeight;
  for (const name of names.toReversed()) {
    name.at = Math.min(name.at, next - lineHeight);
    next = name.at;
  }
  return names
    .map(({ series, number, at }) =>
      group(
        number,
        `<path class="plot-symbol" transform="translate(${frame.right + 10} ${short(at)})" d="${seriesSymbol(number)}"/>` +
          `<text class="plot-name" x="${frame.right + 18}" y="${short(at)}" dy="0.35em">${escaped(series.name)}</text>`,
      ),
    )
    .join('');
}

const lastOn = (spec: PlotSpec, { points }: Series): Place | undefined =>
  points.findLast(([x, y]) => isOn(spec.x, x) && isOn(spec.y, y));
