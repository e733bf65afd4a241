/** A square plot of two coordinates as SVG text: the same markup at build time and in the page. */

export interface Plane {
  readonly domain: readonly [number, number];
  /** Names of the horizontal and the vertical axis. */
  readonly axes: readonly [string, string];
  /** Marked values, the same on both axes. */
  readonly ticks: readonly number[];
  /** Unique in the page: names the clipping path. */
  readonly id: string;
}

/** User units; the drawing scales with its box. */
export const size = 400;
const margin = { left: 36, right: 12, top: 8, bottom: 24 };
/** Below the frame, low enough that the first number across and the first number up stand apart in their corner. */
const numbersBelow = 20;
export const left = margin.left;
export const right = size - margin.right;
export const top = margin.top;
export const bottom = size - margin.bottom;

/** From the plane to user units; x₂ grows upwards. */
export const horizontal =
  ({ domain }: Plane) =>
  (value: number): number =>
    left + ((value - domain[0]) / (domain[1] - domain[0])) * (right - left);

export const vertical =
  ({ domain }: Plane) =>
  (value: number): number =>
    bottom - ((value - domain[0]) / (domain[1] - domain[0])) * (bottom - top);

/** A position in user units as a position in the plane. */
export const toPlane = (
  { domain }: Plane,
  at: { readonly x: number; readonly y: number },
): [number, number] => [
  domain[0] + ((at.x - left) / (right - left)) * (domain[1] - domain[0]),
  domain[0] + ((bottom - at.y) / (bottom - top)) * (domain[1] - domain[0]),
];

/** Inside the clipped area nothing is drawn beyond the axes. */
export const clipMarkup = ({ id }: Plane): string =>
  `<clipPath id="${id}-clip"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/></clipPath>`;

export const clipped = ({ id }: Plane): string => `clip-path="url(#${id}-clip)"`;

/** Grid lines and frame; drawn below the data. */
export function gridMarkup(plane: Plane): string {
  const [x, y] = [horizontal(plane), vertical(plane)];
  const lines = plane.ticks
    .map(
      (tick) =>
        `<path d="M${short(x(tick))} ${top}V${bottom}"/><path d="M${left} ${short(y(tick))}H${right}"/>`,
    )
    .join('');
  return `<g class="plane-grid">${lines}</g>`;
}

/** Ticks, axis names and frame; drawn above the field. */
export function axesMarkup(plane: Plane): string {
  const [x, y] = [horizontal(plane), vertical(plane)];
  const labels = plane.ticks
    .map(
      (tick) =>
        `<text x="${short(x(tick))}" y="${bottom + numbersBelow}" text-anchor="middle">${tickText(tick)}</text>` +
        `<text x="${left - 8}" y="${short(y(tick))}" dy="0.35em" text-anchor="end">${tickText(tick)}</text>`,
    )
    .join('');
  const [across, up] = plane.axes;
  const middle = Math.floor((plane.ticks.length - 1) / 2);
  const between = (plane.ticks[middle] + plane.ticks[middle + 1]) / 2;
  return (
    `<g class="plane-axes" aria-hidden="true">` +
    `<rect class="plane-frame" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>${labels}` +
    `<text class="axis-name" x="${short(x(between))}" y="${bottom + numbersBelow}" text-anchor="middle">${across}</text>` +
    `<text class="axis-name" x="${left - 8}" y="${short(y(between))}" dy="0.35em" text-anchor="end">${up}</text></g>`
  );
}

/** How far a point's symbol reaches from its middle; crowds are drawn smaller. */
export const symbolRadius = (count: number): number => (count > 12 ? 6.5 : 8);

/** The outline of a class's symbol: a disc for the positive, a square for the negative class. */
export const symbolPath = (label: number, radius: number): string =>
  label > 0
    ? `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`
    : `M${-radius * 0.88} ${-radius * 0.88}h${radius * 1.76}v${radius * 1.76}h${-radius * 1.76}Z`;

/** A whole plane: what is cut off at the frame lies below the grid, the points above the axes. */
export const framedMarkup = (plane: Plane, inside: string, above: string): string =>
  `<defs>${clipMarkup(plane)}</defs><g ${clipped(plane)}>${inside}</g>${gridMarkup(plane)}${axesMarkup(plane)}${above}`;

export interface MarkedPoint {
  readonly at: readonly [number, number];
  readonly label: number;
  /** Whether a unit answers it rightly, where one was asked. */
  readonly right?: boolean;
}

/**
 * Points as the symbols of their classes, as large as their number allows.
 * @param count how many there can be, where more are to come
 */
export function pointsMarkup(
  plane: Plane,
  points: readonly MarkedPoint[],
  count: number = points.length,
): string {
  const [x, y] = [horizontal(plane), vertical(plane)];
  const radius = symbolRadius(count);
  return points
    .map(
      ({ at, label, right: isRight }) =>
        `<g class="point" data-label="${label}"${isRight === undefined ? '' : ` data-right="${isRight}"`} ` +
        `transform="translate(${short(x(at[0]))} ${short(y(at[1]))})">` +
        `<path class="point-symbol" d="${symbolPath(label, radius)}"/></g>`,
    )
    .join('');
}

/** Two decimals are enough for a drawing. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);

const tickText = (tick: number): string => String(tick).replace('-', '−');
