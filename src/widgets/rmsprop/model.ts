/** The RMSprop figure as one state: what can happen to it, and what it amounts to in words and numbers. */

import type { FigureModel } from '../kit/figure-model.ts';
import { choice, flag, oneOf, vector, whole } from '../kit/settings-fields.ts';
import { hyperparametersOf, tableOf } from './numbers.ts';
import { describe } from './sentences.ts';
import {
  type ConventionName,
  type Courses,
  conventions,
  decays,
  type ExampleName,
  epsilons,
  type Form,
  gains,
  initial,
  limits,
  momentOf,
  noRuns,
  offsets,
  type RacerName,
  type Remedy,
  type Run,
  racerNames,
  rateRange,
  type Settings,
  type State,
  steps,
  type Training,
  trainingRates,
  trainingSteps,
  usual,
  usualTraining,
  type ViewName,
  views,
  type Worked,
} from './state.ts';

export const fields = {
  view: choice('part of the figure', views, initial.view),
  step: whole('step', { min: 0, max: steps }, initial.position),
  watch: choice('method watched', racerNames, initial.watched),
  rates: vector(
    'learning rates',
    { min: rateRange[0], max: rateRange[1] },
    racerNames.map((racer) => usual.rates[racer]),
  ),
  decay: oneOf('decay', decays, 0.9),
  epsilon: oneOf('epsilon', epsilons, 1e-8),
  inside: flag('place of epsilon', false),
  centred: flag('centring', false),
  offset: oneOf('distance from the ridge', offsets, 1e-3),
  turned: flag('turn of the data', false),
  gain: oneOf('size of the recurrent weights', gains, 1.7),
  rate: oneOf('learning rate of the recurrent network', trainingRates, 0.5),
  limit: oneOf('limit of the gradient', limits, 1),
  trained: whole('training step', { min: 0, max: trainingSteps }, trainingSteps),
};

export type Action =
  | { readonly kind: 'show'; readonly view: ViewName }
  | { readonly kind: 'set rate'; readonly rate: number }
  | { readonly kind: 'set form'; readonly change: Partial<Form> }
  | { readonly kind: 'choose convention'; readonly name: ConventionName }
  | { readonly kind: 'set'; readonly change: Partial<Pick<Settings, 'offset' | 'turned'>> }
  | { readonly kind: 'watch'; readonly racer: RacerName }
  | { readonly kind: 'go to'; readonly position: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  /** One step of a walk. */
  | { readonly kind: 'walk' }
  | { readonly kind: 'set training'; readonly change: Partial<Training> }
  | { readonly kind: 'field computed'; readonly turned: boolean; readonly losses: Float32Array }
  | { readonly kind: 'races computed'; readonly settings: Settings; readonly courses: Courses }
  | { readonly kind: 'trained'; readonly training: Training; readonly remedy: Remedy; readonly run: Run }
  | { readonly kind: 'worked'; readonly worked: Readonly<Record<ExampleName, Worked>> };

export function update(state: State, action: Action): State {
  const { settings } = state;
  switch (action.kind) {
    case 'show':
      return { ...state, view: action.view, playing: false };
    case 'set rate': {
      const rates = { ...settings.rates, [state.watched]: action.rate };
      return { ...state, settings: { ...settings, rates } };
    }
    case 'set form':
      return { ...state, settings: { ...settings, form: { ...settings.form, ...action.change } } };
    case 'choose convention':
      return { ...state, watched: 'rmsprop', settings: { ...settings, form: conventions[action.name].form } };
    case 'set':
      return { ...state, settings: { ...settings, ...action.change } };
    case 'watch':
      return { ...state, watched: action.racer };
    case 'go to':
      return { ...movedTo(state, action.position), playing: false };
    case 'play': {
      const { at, last } = momentOf(state);
      // From the end, playing begins again.
      return { ...(action.playing && at === last ? movedTo(state, 0) : state), playing: action.playing };
    }
    case 'walk':
      return walked(state);
    case 'set training':
      return { ...state, training: { ...state.training, ...action.change } };
    case 'field computed':
      return { ...state, field: { turned: action.turned, losses: action.losses } };
    case 'races computed':
      return { ...state, courses: action.courses, computedFor: action.settings };
    case 'trained': {
      const runs = state.runsFor === action.training ? state.runs : noRuns;
      return { ...state, runs: { ...runs, [action.remedy]: action.run }, runsFor: action.training };
    }
    case 'worked':
      return { ...state, worked: action.worked };
  }
}

/** One step of a walk; at the end it rests. */
export function walked(state: State): State {
  const { at, last } = momentOf(state);
  return { ...movedTo(state, at + 1), playing: state.playing && at + 1 < last };
}

/** In the race and in the training each moment is kept for itself. */
function movedTo(state: State, to: number): State {
  const moment = Math.min(momentOf(state).last, Math.max(0, Math.round(to)));
  return state.view === 'recurrent' ? { ...state, trainingStep: moment } : { ...state, position: moment };
}

export const rmspropFigure: FigureModel<State, Action, typeof fields> = {
  name: 'rmsprop',
  title: 'Steps divided by the recent size of the gradient',
  fields,
  initial: (asked, previous) => ({
    ...initial,
    field: previous?.field ?? null,
    courses: previous?.courses ?? null,
    computedFor: previous?.computedFor ?? null,
    worked: previous?.worked ?? null,
    view: asked.view,
    position: asked.step,
    watched: asked.watch,
    settings: {
      rates: Object.fromEntries(racerNames.map((racer, i) => [racer, asked.rates[i]])) as Settings['rates'],
      form: {
        decay: asked.decay,
        epsilon: asked.epsilon,
        epsilonInside: asked.inside,
        centred: asked.centred,
      },
      offset: asked.offset,
      turned: asked.turned,
    },
    training: { ...usualTraining, gain: asked.gain, rate: asked.rate, limit: asked.limit },
    trainingStep: asked.trained,
  }),
  update,
  settingsOf: ({ view, position, watched, settings, training, trainingStep }) => ({
    view,
    step: position,
    watch: watched,
    rates: racerNames.map((racer) => settings.rates[racer]),
    decay: settings.form.decay as (typeof decays)[number],
    epsilon: settings.form.epsilon as (typeof epsilons)[number],
    inside: settings.form.epsilonInside,
    centred: settings.form.centred,
    offset: settings.offset as (typeof offsets)[number],
    turned: settings.turned,
    gain: training.gain as (typeof gains)[number],
    rate: training.rate as (typeof trainingRates)[number],
    limit: training.limit as (typeof limits)[number],
    trained: trainingStep,
  }),
  describe,
  table: tableOf,
  hyperparameters: hyperparametersOf,
  moving: ({ playing }) => playing,
};
