/** The momentum figure as one state: what can happen to it, and what it amounts to in words and numbers. */

import type { FigureModel } from '../kit/figure-model.ts';
import type { Settings as LinkSettings } from '../kit/settings.ts';
import { choice, flag, oneOf, real, vector, whole } from '../kit/settings-fields.ts';
import { hyperparametersOf, tableOf } from './numbers.ts';
import { type RacerName, racerNames } from './programs.ts';
import { describe } from './sentences.ts';
import {
  type Courses,
  conditions,
  domain,
  initial,
  type Measured,
  momentumRange,
  rateRange,
  type Settings,
  type State,
  steps,
  usual,
} from './state.ts';

export const fields = {
  kappa: oneOf('condition number', conditions, 50),
  rate: real('learning rate', { min: rateRange[0], max: rateRange[1] }, usual.learningRate),
  momentum: real('momentum', { min: momentumRange[0], max: momentumRange[1] }, usual.momentum),
  tuned: flag('choice of best settings', usual.tuned),
  drop: flag('fall of the learning rate', usual.drop),
  form: choice('convention', ['outside', 'inside'], usual.convention),
  start: vector('starting weights', { min: domain[0], max: domain[1] }, usual.start),
  step: whole('step', { min: 0, max: steps }, initial.position),
  watch: choice('method watched', racerNames, initial.watched),
};

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  /** The settings in which something can be seen. */
  | { readonly kind: 'choose preset'; readonly preset: PresetName }
  | { readonly kind: 'watch'; readonly racer: RacerName }
  | { readonly kind: 'go to'; readonly position: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  /** One step of a walk. */
  | { readonly kind: 'walk' }
  | { readonly kind: 'field computed'; readonly condition: number; readonly losses: Float32Array }
  | { readonly kind: 'races computed'; readonly settings: Settings; readonly courses: Courses }
  | { readonly kind: 'measured'; readonly measured: Measured };

export type PresetName = 'ravine' | 'heavy' | 'best' | 'diverging' | 'forms';

const atEase = { tuned: false, drop: false, convention: 'outside' } as const;
export const presets: Readonly<
  Record<PresetName, { readonly title: string; readonly change: Partial<Settings> }>
> = {
  ravine: { title: 'The ravine', change: { ...atEase, condition: 50, learningRate: 1.3, momentum: 0.8 } },
  heavy: {
    title: 'Too much momentum',
    change: { ...atEase, condition: 50, learningRate: 1.3, momentum: 0.97 },
  },
  best: { title: 'Each at its best', change: { ...atEase, condition: 50, tuned: true } },
  diverging: {
    title: 'Too fast',
    change: { ...atEase, condition: 50, learningRate: 2.1, momentum: 0.8 },
  },
  forms: {
    title: 'Where the forms part',
    change: { ...atEase, condition: 50, learningRate: 1.3, momentum: 0.97, drop: true, convention: 'inside' },
  },
};

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'set':
      return withSettings(state, action.change);
    case 'choose preset':
      return withSettings(state, presets[action.preset].change);
    case 'watch':
      return { ...state, watched: action.racer };
    case 'go to':
      return { ...state, playing: false, position: clamped(action.position) };
    case 'play':
      // From the end, playing begins again.
      return {
        ...state,
        playing: action.playing,
        position: action.playing && state.position === steps ? 0 : state.position,
      };
    case 'walk':
      return walked(state);
    case 'field computed':
      return { ...state, field: { condition: action.condition, losses: action.losses } };
    case 'races computed':
      return { ...state, courses: action.courses, computedFor: action.settings };
    case 'measured':
      return {
        ...state,
        measured: [
          ...state.measured.filter(({ condition }) => condition !== action.measured.condition),
          action.measured,
        ],
      };
  }
}

/** One step of a walk; at the end it rests. */
export const walked = (state: State): State => {
  const position = clamped(state.position + 1);
  return { ...state, position, playing: state.playing && position < steps };
};

function withSettings(state: State, change: Partial<Settings>): State {
  const settings = { ...state.settings, ...change };
  // Whoever moves the rate or the momentum wants it to count.
  if (state.settings.tuned && (change.learningRate !== undefined || change.momentum !== undefined))
    return { ...state, settings: { ...settings, tuned: change.tuned ?? false } };
  return { ...state, settings };
}

const clamped = (position: number): number => Math.min(steps, Math.max(0, Math.round(position)));

export const momentumFigure: FigureModel<State, Action, typeof fields> = {
  name: 'momentum',
  title: 'Down a ravine',
  fields,
  initial(settings, previous) {
    return {
      ...initial,
      field: previous?.field ?? null,
      courses: previous?.courses ?? null,
      computedFor: previous?.computedFor ?? null,
      measured: previous?.measured ?? [],
      position: settings.step,
      watched: settings.watch,
      settings: {
        condition: settings.kappa,
        learningRate: settings.rate,
        momentum: settings.momentum,
        tuned: settings.tuned,
        drop: settings.drop,
        convention: settings.form,
        start: [settings.start[0], settings.start[1]],
      },
    };
  },
  update,
  settingsOf: ({ settings, position, watched }): LinkSettings<typeof fields> => ({
    kappa: settings.condition as (typeof conditions)[number],
    rate: settings.learningRate,
    momentum: settings.momentum,
    tuned: settings.tuned,
    drop: settings.drop,
    form: settings.convention,
    start: settings.start,
    step: position,
    watch: watched,
  }),
  describe,
  table: tableOf,
  hyperparameters: hyperparametersOf,
  moving: ({ playing }) => playing,
};
