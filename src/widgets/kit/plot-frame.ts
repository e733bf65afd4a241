/** The area of a plot between its axes, and the axes. */

import { type Axis, axisScale, axisText, axisTicks, type Scale } from './axis.ts';
import { short } from './plane.ts';
import type { PlotSpec } from './plot.ts';
import { escaped, textWidth } from './series.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  /** Whether the series' names stand at their lines. */
  readonly named: boolean;
}

/** Below this width, in pixels, names stand in a legend instead of at the lines. */
export const narrow = 480;

/** Room above for the name of the vertical axis, below for ticks and the name of the horizontal one. */
const room = { top: 28, bottom: 44, right: 14 };

export function frameOf(spec: PlotSpec, width: number): Frame {
  const lines = spec.series.filter(({ as = 'line' }) => as === 'line');
  const named = width >= narrow && spec.series.length > 1 && lines.length === spec.series.length;
  const nameWidth = named ? Math.max(...spec.series.map(({ name }) => textWidth(name))) + 18 : 0;
  const right = width - Math.max(room.right, Math.min(nameWidth, width * 0.34));
  const height = heightOf(spec, width, right);
  const bottom = height - room.bottom;
  const y = axisScale(spec.y, yValues(spec), [bottom, room.top]);
  const ticks = axisTicks(spec.y, y, tickCount.y(bottom - room.top));
  const left = Math.ceil(Math.max(24, ...ticks.map((tick) => textWidth(axisText(spec.y, tick)) + 10)));
  const x = axisScale(withBars(spec), xValues(spec), [left, right]);
  return { width, height, left, right, top: room.top, bottom, x, y, named };
}

/** Bars reach half a gap beyond the middles of the first and the last. */
function withBars({ x, series }: PlotSpec): Axis {
  const places = series
    .flatMap(({ as, points }) => (as === 'bars' ? points.map(([at]) => at) : []))
    .sort((a, b) => a - b);
  if (places.length < 2 || x.domain || (x.kind ?? 'linear') !== 'linear') return x;
  const gap = Math.min(
    ...places
      .slice(1)
      .map((place, i) => place - places[i])
      .filter((one) => one > 0),
  );
  return { ...x, domain: [places[0] - gap / 2, places[places.length - 1] + gap / 2] };
}

function heightOf({ aspect }: PlotSpec, width: number, right: number): number {
  if (aspect) return Math.round((right - 36) * aspect + room.top + room.bottom);
  return Math.round(width >= narrow ? Math.min(360, width * 0.5) : Math.max(220, width * 0.72));
}

const tickCount = {
  x: (length: number) => Math.max(2, Math.floor(length / 76)),
  y: (length: number) => Math.max(2, Math.floor(length / 46)),
};

function* xValues({ series, bands = [], marks = [] }: PlotSpec): Generator<number> {
  for (const { points } of [...series, ...bands]) for (const [x] of points) yield x;
  for (const mark of marks) if ('x' in mark) yield mark.x;
}

function* yValues({ series, bands = [], marks = [] }: PlotSpec): Generator<number> {
  for (const { points, as } of series) {
    for (const [, y] of points) yield y;
    // Bars are compared by their lengths, so they begin at 0.
    if (as === 'bars') yield 0;
  }
  for (const { points } of bands) for (const [, low, high] of points) yield* [low, high];
  for (const mark of marks) if ('y' in mark) yield mark.y;
}

export function axesMarkup({ x: across, y: up }: PlotSpec, frame: Frame): string {
  const { left, right, top, bottom, x, y } = frame;
  const xTicks = axisTicks(across, x, tickCount.x(right - left));
  const yTicks = axisTicks(up, y, tickCount.y(bottom - top));
  const text = (axis: Axis, tick: number) => escaped(axisText(axis, tick));
  const grid = yTicks.map((tick) => `<path d="M${left} ${short(y(tick))}H${right}"/>`).join('');
  const stubs = xTicks.map((tick) => `<path d="M${short(x(tick))} ${bottom}v5"/>`).join('');
  const labels =
    xTicks
      .map((tick) => {
        // The outermost labels lean inwards instead of being cut off.
        const half = textWidth(text(across, tick)) / 2;
        const at = Math.min(frame.width - half, Math.max(half, x(tick)));
        return `<text x="${short(at)}" y="${bottom + 19}" text-anchor="middle">${text(across, tick)}</text>`;
      })
      .join('') +
    yTicks
      .map(
        (tick) =>
          `<text x="${left - 8}" y="${short(y(tick))}" dy="0.35em" text-anchor="end">${text(up, tick)}</text>`,
      )
      .join('');
  return (
    `<g class="plot-axes" aria-hidden="true"><g class="plot-grid">${grid}</g>` +
    `<g class="plot-ticks"><path d="M${left} ${bottom}H${right}"/>${stubs}</g>${labels}` +
    `<text class="plot-axis-title" x="${right}" y="${bottom + 39}" text-anchor="end">${escaped(across.title)}</text>` +
    `<text class="plot-axis-title" x="0" y="13">${escaped(up.title)}</text></g>`
  );
}
