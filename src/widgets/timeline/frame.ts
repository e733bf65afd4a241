/** The two layouts of the drawing: time from left to right where there is room, downwards on a telephone. */

import { type LaneName, laneNames, lanes } from './events.ts';
import { span } from './layout.ts';

export interface Frame {
  readonly tall: boolean;
  readonly width: number;
  readonly height: number;
  /** Along the axis, in pixels, of a year. */
  along(year: number): number;
  /** Across the axis, of a row of a lane. */
  across(lane: LaneName, row: number): number;
  /** Of a lane's title, as the place at which its text begins. */
  titleOf(lane: LaneName): { readonly x: number; readonly y: number; readonly text: string };
  /** Where the lanes begin and end, across. */
  readonly lanesFrom: number;
  readonly lanesTo: number;
  /** Radius of a symbol's ring. */
  readonly ring: number;
}

/** Narrower drawings stand upright. */
const leastWide = 560;

const wide = { side: 14, top: 30, bottom: 26, pitch: 17, title: 22 };
const tall = { left: 52, right: 6, top: 26, bottom: 10, pitch: 12, perYear: 6.5 };

/** @param rows how many rows each lane has */
export const frameOf = (width: number, rows: Readonly<Record<LaneName, number>>): Frame =>
  width < leastWide ? tallFrame(width, rows) : wideFrame(width, rows);

function wideFrame(width: number, rows: Readonly<Record<LaneName, number>>): Frame {
  const perYear = (width - 2 * wide.side) / (span.to - span.from);
  const tops = {} as Record<LaneName, number>;
  let y = wide.top;
  for (const name of laneNames) {
    tops[name] = y;
    y += wide.title + rows[name] * wide.pitch;
  }
  return {
    tall: false,
    width,
    height: y + wide.bottom,
    along: (year) => wide.side + (year - span.from) * perYear,
    // The first row lies at the bottom of its lane; crowded years grow upwards.
    across: (lane, row) => tops[lane] + wide.title + (rows[lane] - row - 0.5) * wide.pitch,
    titleOf: (lane) => ({ x: wide.side, y: tops[lane] + wide.title - 6, text: lanes[lane].title }),
    lanesFrom: wide.top,
    lanesTo: y,
    ring: 8,
  };
}

function tallFrame(width: number, rows: Readonly<Record<LaneName, number>>): Frame {
  const least = laneNames.map((name) =>
    Math.max(rows[name] * tall.pitch, lanes[name].short.length * 7.4 + 4),
  );
  const inside = width - tall.left - tall.right;
  const gap = (inside - least.reduce((sum, one) => sum + one, 0)) / laneNames.length;
  const lefts = {} as Record<LaneName, number>;
  let x = tall.left;
  laneNames.forEach((name, i) => {
    lefts[name] = x;
    x += least[i] + gap;
  });
  const lanesTo = tall.top + (span.to - span.from) * tall.perYear;
  return {
    tall: true,
    width,
    height: lanesTo + tall.bottom,
    along: (year) => tall.top + (year - span.from) * tall.perYear,
    across: (lane, row) => lefts[lane] + (row + 0.5) * tall.pitch,
    titleOf: (lane) => ({ x: lefts[lane], y: 14, text: lanes[lane].short }),
    lanesFrom: tall.left - 4,
    lanesTo: width,
    ring: 6.5,
  };
}
