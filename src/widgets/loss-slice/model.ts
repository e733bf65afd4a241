/** All that can happen to the figure of a slice. Nothing here draws, and no model runs. */

import type { FigureModel } from '../kit/figure-model.ts';
import { choice, real, whole } from '../kit/settings-fields.ts';
import { describe, hyperparameters, tableOf } from './sentences.ts';
import { type Moment, momentOf, type PlaneName, type Slice, type State } from './state.ts';

export type Action =
  | { readonly kind: 'loaded'; readonly moments: readonly Moment[] }
  | { readonly kind: 'choose plane'; readonly plane: PlaneName }
  | { readonly kind: 'set seed'; readonly seed: number }
  | { readonly kind: 'set span'; readonly span: number }
  | { readonly kind: 'show moment'; readonly moment: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'measured'; readonly slice: Slice };

export const spans = { min: 0.25, max: 2, step: 0.05 } as const;
/** More moments than were ever recorded; the last there is then counts. */
const last = 99;

const fields = {
  plane: choice('plane', ['path', 'random'], 'path'),
  seed: whole('seed of the directions', { min: 1, max: 99 }, 1),
  span: real('reach of the slice', spans, 1),
  moment: whole('moment of training', { min: 0, max: last }, last),
};

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'loss-slice',
  title: 'A slice through a network’s landscape',
  fields,
  initial: (settings, previous) => ({
    plane: settings.plane,
    seed: settings.seed,
    span: settings.span,
    moment: settings.moment,
    playing: false,
    moments: previous?.moments ?? [],
    slice: null,
  }),
  update,
  settingsOf: ({ plane, seed, span, moment }) => ({ plane, seed, span, moment }),
  describe,
  table: tableOf,
  hyperparameters,
  moving: ({ playing }) => playing,
};

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'loaded':
      return { ...state, moments: action.moments };
    case 'choose plane':
      return { ...state, plane: action.plane, slice: null };
    case 'set seed':
      return { ...state, seed: action.seed };
    case 'set span':
      return { ...state, span: action.span };
    case 'show moment': {
      const moment = Math.max(0, Math.min(state.moments.length - 1, action.moment));
      return { ...state, moment, playing: state.playing && moment < state.moments.length - 1 };
    }
    case 'play':
      return { ...state, playing: action.playing && momentOf(state) < state.moments.length - 1 };
    case 'measured':
      return { ...state, slice: action.slice };
  }
}
