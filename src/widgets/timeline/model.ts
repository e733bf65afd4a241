/** The timeline: which event is looked at, and how the reader walks from one to another. */

import type { FigureModel } from '../kit/figure-model.ts';
import {
  dateText,
  events,
  kinds,
  type LaneName,
  laneNames,
  laneOf,
  lanes,
  type TimelineEvent,
  winterAt,
  winters,
  yearOf,
} from './events.ts';
import { apart } from './layout.ts';
import { fields } from './settings.ts';

export interface State {
  /** Id of an event whose lane is shown. */
  readonly event: string;
  /** At least one. */
  readonly shown: readonly LaneName[];
}

export type Action =
  | { readonly kind: 'select'; readonly event: string }
  /** So many events later, or earlier if negative, as far as there are any. */
  | { readonly kind: 'walk'; readonly by: number }
  | { readonly kind: 'toggle lane'; readonly lane: LaneName };

export const visibleEvents = ({ shown }: Pick<State, 'shown'>): readonly TimelineEvent[] =>
  events.filter((one) => shown.includes(laneOf(one)));

/** Of the selected event among the visible ones. */
export const placeOf = (state: State): number =>
  visibleEvents(state).findIndex(({ id }) => id === state.event);

export const selectedEvent = ({ event }: State): TimelineEvent =>
  events.find(({ id }) => id === event) as TimelineEvent;

/** The selected event, or the nearest in time of those that are still shown. */
function settled(state: State): State {
  const visible = visibleEvents(state);
  if (visible.some(({ id }) => id === state.event)) return state;
  const year = yearOf(selectedEvent(state));
  const distance = (one: TimelineEvent) => Math.abs(yearOf(one) - year);
  const nearest = visible.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  return { ...state, event: nearest.id };
}

function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'select':
      return settled({ ...state, event: action.event });
    case 'walk': {
      const visible = visibleEvents(state);
      const place = Math.max(0, Math.min(visible.length - 1, placeOf(state) + action.by));
      return { ...state, event: visible[place].id };
    }
    case 'toggle lane': {
      const shown = laneNames.filter((name) => state.shown.includes(name) !== (name === action.lane));
      return shown.length === 0 ? state : settled({ ...state, shown });
    }
  }
}

function describe(state: State): string {
  const one = selectedEvent(state);
  const place = `Event ${placeOf(state) + 1} of ${visibleEvents(state).length}`;
  const found = winterAt(yearOf(one));
  const winter = found?.winter.name.toLowerCase();
  const season = !found
    ? ''
    : found.disputed
      ? `, in years that some count to the ${winter}`
      : `, in the ${winter} as it is often dated`;
  return `${dateText(one)}: ${one.title}. ${one.text} ${place}${season}.`;
}

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'timeline',
  title: `A history in ${events.length} events, with two winters`,
  fields,
  initial: (settings) => settled({ ...settings }),
  update,
  settingsOf: ({ event, shown }) => ({ event, shown }),
  describe,
  table: (state) => ({
    caption: 'The events that are shown, by date',
    columns: ['Event', 'Date', 'Kind', 'What happened', 'Source'],
    rows: visibleEvents(state).map((one) => [
      one.title,
      dateText(one),
      kinds[one.kind].title,
      one.text,
      Object.values(one.sources).join('; '),
    ]),
  }),
  hyperparameters: () => [
    ['Place of an event', 'its date; the beginning of the year where only the year is known'],
    ['Rows of a lane', `events less than ${apart} years apart stand above each other`],
    ...winters.map(
      ({ name, from, to, earliest, latest }) =>
        [name, `${from} to ${to}; at the widest ${earliest} to ${latest}`] as const,
    ),
    ['Lanes', laneNames.map((one) => lanes[one].title).join('; ')],
  ],
};
