/** The history that the timeline tells: content/timeline.json, and what its kinds and dates mean. */

import content from '../../../content/timeline.json';

/** Where an event is drawn, and what the reader can leave out. */
export const lanes = {
  ideas: { title: 'Ideas', short: 'Ideas', number: 1 },
  systems: { title: 'Systems and contests', short: 'Systems', number: 3 },
  money: { title: 'Money', short: 'Money', number: 2 },
  verdicts: { title: 'Promises and verdicts', short: 'Verdicts', number: 4 },
} as const;
export type LaneName = keyof typeof lanes;
export const laneNames = Object.keys(lanes) as LaneName[];

export const kinds = {
  idea: { title: 'Idea', lane: 'ideas' },
  book: { title: 'Book', lane: 'ideas' },
  system: { title: 'System', lane: 'systems' },
  framework: { title: 'Framework', lane: 'systems' },
  contest: { title: 'Contest', lane: 'systems' },
  funding: { title: 'Money', lane: 'money' },
  promise: { title: 'Promise', lane: 'verdicts' },
  report: { title: 'Report', lane: 'verdicts' },
  doubt: { title: 'Doubt', lane: 'verdicts' },
  award: { title: 'Award', lane: 'verdicts' },
} as const satisfies Record<string, { title: string; lane: LaneName }>;
export type Kind = keyof typeof kinds;

export interface TimelineEvent {
  readonly id: string;
  /** "1966", "1958-01" or "1958-07-08": as exactly as it is known. */
  readonly date: string;
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  /** By key of the bibliography, as it is named to the reader. */
  readonly sources: Readonly<Record<string, string>>;
  /** By the entry's file, the entry's term. */
  readonly entries: Readonly<Record<string, string>>;
}

/** A winter has no sharp borders: most date it from `from` to `to`, the widest claims reach further. */
export interface Winter {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly earliest: number;
  readonly latest: number;
  readonly text: string;
  readonly sources: Readonly<Record<string, string>>;
}

export interface Timeline {
  readonly winters: readonly Winter[];
  /** By date. */
  readonly events: readonly TimelineEvent[];
}

/** The build holds the file to `timelineSchema` before it draws anything of it. */
export const { events, winters } = content as Timeline;

/** Place on the axis, in years; what is known by the year alone stands at its beginning. */
export function yearOf({ date }: Pick<TimelineEvent, 'date'>): number {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "8 July 1958". */
export function dateText({ date }: Pick<TimelineEvent, 'date'>): string {
  const [year, month, day] = date.split('-');
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

export const laneOf = ({ kind }: Pick<TimelineEvent, 'kind'>): LaneName => kinds[kind].lane;

/** Whether most count the year to a winter, or only some do. */
export function winterAt(year: number): { readonly winter: Winter; readonly disputed: boolean } | null {
  const inside = (from: keyof Winter, to: keyof Winter) =>
    winters.find((one) => year >= Number(one[from]) && year < Number(one[to]) + 1);
  const core = inside('from', 'to');
  if (core) return { winter: core, disputed: false };
  const wide = inside('earliest', 'latest');
  return wide ? { winter: wide, disputed: true } : null;
}
