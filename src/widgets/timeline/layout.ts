/** Where events stand: along the axis by date, in the lowest row of their lane that has room. */

import { type LaneName, laneNames, laneOf, type TimelineEvent, yearOf } from './events.ts';

/** Years that two events of one row are apart at least. */
export const apart = 1.6;

/** The first and the last year of the axis. */
export const span = { from: 1942, to: 2027 } as const;

export interface Placed {
  readonly event: TimelineEvent;
  readonly year: number;
  readonly lane: LaneName;
  /** Within the lane, from 0. */
  readonly row: number;
}

/** @param events by date */
export function placed(events: readonly TimelineEvent[]): Placed[] {
  const latest = new Map<string, number>();
  return events.map((event) => {
    const [year, lane] = [yearOf(event), laneOf(event)];
    let row = 0;
    while ((latest.get(`${lane} ${row}`) ?? -Infinity) > year - apart) row++;
    latest.set(`${lane} ${row}`, year);
    return { event, year, lane, row };
  });
}

/** How many rows each lane takes. */
export const rowsOf = (all: readonly Placed[]): Readonly<Record<LaneName, number>> =>
  Object.fromEntries(
    laneNames.map((name) => [
      name,
      Math.max(1, ...all.filter(({ lane }) => lane === name).map(({ row }) => row + 1)),
    ]),
  ) as Record<LaneName, number>;
