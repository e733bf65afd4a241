/** The parts in which the page of the timeline tells it. */

import { type TimelineEvent, yearOf } from '../../widgets/timeline/events.ts';

export interface Period {
  /** Of its heading, in the page's address. */
  readonly id: string;
  readonly title: string;
  /** First year; it ends where the next begins. */
  readonly from: number;
}

export const periods: readonly Period[] = [
  { id: 'before-1957', title: 'Before the perceptron', from: 1943 },
  { id: '1957-1965', title: 'Perceptrons and promises', from: 1957 },
  { id: '1966-1973', title: 'Reports and doubts', from: 1966 },
  { id: '1974-1980', title: 'The first winter, as it is often dated', from: 1974 },
  { id: '1981-1986', title: 'Expert systems, and networks again', from: 1981 },
  { id: '1987-1993', title: 'The second winter, as it is often dated', from: 1987 },
  { id: '1994-2005', title: 'Kernels, memories and faster machines', from: 1994 },
  { id: '2006-2012', title: 'Depth', from: 2006 },
  { id: 'since-2013', title: 'Deep learning everywhere', from: 2013 },
];

/** @returns "1966–1973", "since 2013" */
export function yearsOf(index: number): string {
  const [{ from }, next] = [periods[index], periods[index + 1]];
  return next ? `${from}–${next.from - 1}` : `since ${from}`;
}

/** The events of each period, in the order of both. */
export const byPeriod = (events: readonly TimelineEvent[]): { period: Period; events: TimelineEvent[] }[] =>
  periods.map((period, i) => {
    const end = periods[i + 1]?.from ?? Infinity;
    return {
      period,
      events: events.filter((one) => yearOf(one) >= period.from && yearOf(one) < end),
    };
  });
