/** All that can happen to the figure of credit assignment. Nothing here draws, and no graph runs. */

import type { FigureModel } from '../kit/figure-model.ts';
import { describe, hyperparameters, table } from './sentences.ts';
import {
  type Course,
  empty,
  fields,
  type learningRates,
  type Moment,
  mostSteps,
  type State,
} from './state.ts';

export type Action =
  /** The training begins anew, for as many steps as before. */
  | { readonly kind: 'change course'; readonly change: Partial<Course> }
  | { readonly kind: 'go to'; readonly position: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  /** Answers; those to a course that is no longer shown are dropped. */
  | { readonly kind: 'trained'; readonly course: Course; readonly moments: readonly Moment[] }
  | { readonly kind: 'answered'; readonly answers: NonNullable<State['answers']> };

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'credit-assignment',
  title: 'Who is to blame? Two ways to train one network',
  fields,
  initial: ({ seed, rate, steps }) => empty({ seed, rate }, steps),
  update(state, action) {
    switch (action.kind) {
      case 'change course':
        return empty({ ...state.course, ...action.change }, state.position);
      case 'go to': {
        const position = Math.max(0, Math.min(mostSteps, action.position));
        return { ...state, position, playing: state.playing && position < mostSteps };
      }
      case 'play':
        return { ...state, playing: action.playing && state.position < mostSteps };
      case 'trained':
        return action.course === state.course
          ? { ...state, moments: [...state.moments, ...action.moments] }
          : state;
      case 'answered':
        return { ...state, answers: action.answers };
    }
  },
  settingsOf: ({ course, position }) => ({
    seed: course.seed,
    rate: course.rate as (typeof learningRates)[number],
    steps: position,
  }),
  describe,
  table,
  hyperparameters,
  moving: ({ playing }) => playing,
};
