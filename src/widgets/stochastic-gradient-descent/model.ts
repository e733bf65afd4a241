/** All that can happen to the figure of stochastic gradient descent. Nothing here draws, and no model runs. */

import type { FigureModel } from '../kit/figure-model.ts';
import { choice, flag, oneOf, real, vector, whole } from '../kit/settings-fields.ts';
import { batchSizes, type Parameters, type ProblemName, problemNames, problemOf } from './problems.ts';
import { describe, hyperparameters, tableOf } from './sentences.ts';
import {
  type Course,
  canStep,
  type Measured,
  mostSteps,
  type State,
  type Step,
  type Surface,
} from './state.ts';

export type Action =
  | { readonly kind: 'choose problem'; readonly problem: ProblemName }
  /** Any other part of the course; the walk is computed anew, as many steps as before. */
  | { readonly kind: 'change course'; readonly change: Partial<Omit<Course, 'problem'>> }
  | { readonly kind: 'set fog'; readonly fog: boolean }
  | { readonly kind: 'go to'; readonly position: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'set pace'; readonly pace: number }
  /** Answers; those to a course that is no longer shown are dropped. */
  | { readonly kind: 'descended'; readonly course: Course; readonly steps: readonly Step[] }
  | { readonly kind: 'surveyed'; readonly course: Course; readonly surface: Surface }
  | { readonly kind: 'measured'; readonly course: Course; readonly measured: Measured };

/** The range in which the learning rate can be set. */
export const learningRates = { min: 0.005, max: 4 } as const;
/** The figure begins with a walk of so many steps. */
const firstSteps = 40;

const farthest = { min: -8, max: 8 };
const { line } = { line: problemOf('line') };

const fields = {
  problem: choice('model', problemNames, 'line'),
  loss: choice('reduction of the loss', ['mean', 'sum'], 'mean'),
  sampling: choice('sampling', ['shuffled', 'replacement'], 'shuffled'),
  batch: oneOf('batch size', batchSizes, line.batchSize),
  rate: real('learning rate', learningRates, line.learningRate),
  fog: flag('fog', false),
  seed: whole('seed of the minibatches', { min: 1, max: 99 }, 1),
  start: vector('starting parameters', farthest, line.start),
  steps: whole('number of steps', { min: 0, max: mostSteps }, firstSteps),
  pace: whole('steps a second', { min: 1, max: 30 }, 6),
};

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'stochastic-gradient-descent',
  title: 'Down a loss landscape in minibatches',
  fields,
  initial(settings, previous) {
    const [slope, intercept] = settings.start;
    return {
      course: {
        problem: settings.problem,
        reduction: settings.loss,
        sampling: settings.sampling,
        batchSize: settings.batch,
        learningRate: settings.rate,
        seed: settings.seed,
        start: [slope, intercept],
      },
      fog: settings.fog,
      position: settings.steps,
      trail: [],
      playing: false,
      pace: settings.pace,
      surface:
        previous?.course.problem === settings.problem && previous.course.reduction === settings.loss
          ? previous.surface
          : null,
      measured: null,
    };
  },
  update,
  settingsOf: ({ course, fog, position, pace }) => ({
    problem: course.problem,
    loss: course.reduction,
    sampling: course.sampling,
    batch: course.batchSize,
    rate: course.learningRate,
    fog,
    seed: course.seed,
    start: course.start,
    steps: position,
    pace,
  }),
  describe,
  table: tableOf,
  hyperparameters,
  moving: ({ playing }) => playing,
};

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'choose problem': {
      const { start, batchSize, learningRate } = problemOf(action.problem);
      return onCourse(state, { problem: action.problem, start, batchSize, learningRate });
    }
    case 'change course':
      return onCourse(state, action.change);
    case 'set fog':
      return { ...state, fog: action.fog };
    case 'go to': {
      const position = Math.max(0, Math.min(mostSteps, action.position));
      const next = { ...state, position };
      // Walks that got lost have no further steps.
      return { ...next, playing: state.playing && canStep(next) };
    }
    case 'play':
      return { ...state, playing: action.playing && canStep(state) };
    case 'set pace':
      return { ...state, pace: action.pace };
    case 'descended':
      return action.course === state.course ? { ...state, trail: [...state.trail, ...action.steps] } : state;
    case 'surveyed':
      return isSameLand(action.course, state.course) && action.course.start === state.course.start
        ? { ...state, surface: action.surface }
        : state;
    case 'measured':
      return action.course === state.course ? { ...state, measured: action.measured } : state;
  }
}

function onCourse(state: State, change: Partial<Course>): State {
  const course = { ...state.course, ...change };
  const sameLand = isSameLand(course, state.course);
  return {
    ...state,
    course,
    trail: [],
    surface: sameLand ? state.surface : null,
    // What was measured elsewhere stays on show until the new walk is there, unless it is of another model.
    measured: sameLand ? state.measured : null,
  };
}

const isSameLand = (a: Course, b: Course): boolean => a.problem === b.problem && a.reduction === b.reduction;

export const startFromHere = (at: Parameters): Action => ({ kind: 'change course', change: { start: at } });
