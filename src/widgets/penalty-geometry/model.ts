/** The figure of two weights as one state: what can happen to it, and what it amounts to in words and numbers. */

import type { FigureModel } from '../kit/figure-model.ts';
import type { Settings as LinkSettings } from '../kit/settings.ts';
import { choice, real, whole } from '../kit/settings-fields.ts';
import { costOf } from './balls.ts';
import { hyperparametersOf, tableOf } from './numbers.ts';
import { type Pair, type ProblemName, problemNames } from './problems.ts';
import { type OptimizerName, optimizerNames, penaltyNames } from './programs.ts';
import { describe } from './sentences.ts';
import {
  lastOf,
  momentOf,
  type Race,
  raceSteps,
  rateRange,
  type Settings,
  type Solution,
  type State,
  strengthRange,
  strengths,
  type ViewName,
  viewNames,
} from './state.ts';

export const fields = {
  view: choice('view', viewNames, 'budget'),
  data: choice('data', problemNames, 'alike'),
  penalty: choice('penalty', penaltyNames, 'l1'),
  form: choice('convention', ['half', 'whole'], 'half'),
  place: whole('place of λ', { min: 0, max: strengths.length - 1 }, 10),
  optimizer: choice('optimizer', optimizerNames, 'adam'),
  rate: real('learning rate', { min: rateRange[0], max: rateRange[1] }, 0.05),
  strength: real('strength of the decay', { min: strengthRange[0], max: strengthRange[1] }, 0.1),
  step: whole('step', { min: 0, max: raceSteps }, raceSteps),
};

/** A rate that suits each optimizer on these data. */
export const usualRates: Readonly<Record<OptimizerName, number>> = { sgd: 0.2, rmsprop: 0.05, adam: 0.05 };
/** The data on which each view has most to show. */
const usualData: Readonly<Record<ViewName, ProblemName>> = { budget: 'alike', decay: 'unequal' };

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  | { readonly kind: 'show'; readonly view: ViewName }
  | { readonly kind: 'go to'; readonly moment: number }
  /** To the strength whose solution has a budget nearest to what these weights cost. */
  | { readonly kind: 'spend'; readonly weights: Pair }
  | { readonly kind: 'play'; readonly playing: boolean }
  /** One step of a walk. */
  | { readonly kind: 'walk' }
  | { readonly kind: 'field computed'; readonly data: ProblemName; readonly losses: Float32Array }
  | { readonly kind: 'solved'; readonly settings: Settings; readonly solutions: readonly Solution[] }
  | { readonly kind: 'raced'; readonly settings: Settings; readonly result: Race };

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'set':
      return withSettings(state, action.change);
    case 'show':
      return action.view === state.view
        ? state
        : {
            ...withSettings(state, { data: usualData[action.view] }),
            view: action.view,
            playing: false,
          };
    case 'go to':
      return { ...at(state, action.moment), playing: false };
    case 'spend':
      return { ...state, playing: false, place: nearestPlace(state, action.weights) };
    case 'play':
      // From the end, playing begins again.
      return {
        ...(action.playing && momentOf(state) === lastOf(state) ? at(state, 0) : state),
        playing: action.playing,
      };
    case 'walk':
      return walked(state);
    case 'field computed':
      return { ...state, field: { data: action.data, losses: action.losses } };
    case 'solved':
      return { ...state, path: { settings: action.settings, solutions: action.solutions } };
    case 'raced':
      return { ...state, race: { settings: action.settings, result: action.result } };
  }
}

/** One step of a walk; at the end it rests. */
export function walked(state: State): State {
  const next = at(state, momentOf(state) + 1);
  return { ...next, playing: state.playing && momentOf(next) < lastOf(next) };
}

function at(state: State, moment: number): State {
  const place = Math.min(lastOf(state), Math.max(0, Math.round(moment)));
  return state.view === 'budget' ? { ...state, place } : { ...state, step: place };
}

function withSettings(state: State, change: Partial<Settings>): State {
  const rate =
    change.optimizer && change.learningRate === undefined
      ? { learningRate: usualRates[change.optimizer] }
      : {};
  return { ...state, settings: { ...state.settings, ...rate, ...change } };
}

function nearestPlace({ path, place, settings: { penalty, convention } }: State, weights: Pair): number {
  if (!path) return place;
  const wanted = costOf(weights, penalty, convention);
  const distances = path.solutions.map(({ w }) => Math.abs(costOf(w, penalty, convention) - wanted));
  return distances.indexOf(Math.min(...distances));
}

export const geometryFigure: FigureModel<State, Action, typeof fields> = {
  name: 'penalty-geometry',
  title: 'Two weights and what they may cost',
  fields,
  initial: (settings, previous) => ({
    settings: {
      data: settings.data,
      penalty: settings.penalty,
      convention: settings.form,
      optimizer: settings.optimizer,
      learningRate: settings.rate,
      strength: settings.strength,
    },
    view: settings.view,
    place: settings.place,
    step: settings.step,
    playing: false,
    field: previous?.field ?? null,
    path: previous?.path ?? null,
    race: previous?.race ?? null,
  }),
  update,
  settingsOf: ({ settings, view, place, step }): LinkSettings<typeof fields> => ({
    view,
    data: settings.data,
    penalty: settings.penalty,
    form: settings.convention,
    place,
    optimizer: settings.optimizer,
    rate: settings.learningRate,
    strength: settings.strength,
    step,
  }),
  describe,
  table: tableOf,
  hyperparameters: hyperparametersOf,
  moving: ({ playing }) => playing,
};
