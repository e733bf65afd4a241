/** All that can happen to the figure of training. Nothing here draws, and no model runs. */

import type { FigureModel } from '../kit/figure-model.ts';
import type { Numbers } from '../kit/graph-runner.ts';
import { choice, oneOf, real, whole } from '../kit/settings-fields.ts';
import { training } from './network.ts';
import { describe, hyperparameters, tableOf } from './sentences.ts';
import {
  batchSizes,
  type Course,
  canTrain,
  type Judged,
  type Moment,
  mostEpochs,
  type State,
} from './state.ts';

export type Action =
  /** The training begins anew, for as many epochs as before. */
  | { readonly kind: 'change course'; readonly change: Partial<Course> }
  | { readonly kind: 'go to'; readonly position: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'set pace'; readonly pace: number }
  | { readonly kind: 'select example'; readonly example: number }
  /** Answers; those to a course that is no longer shown are dropped. */
  | { readonly kind: 'trained'; readonly course: Course; readonly moment: Moment }
  | { readonly kind: 'judged untrained'; readonly untrained: readonly Judged[] }
  | { readonly kind: 'measured field'; readonly of: Numbers; readonly probabilities: Float32Array };

/** The range in which the learning rate can be set. */
export const learningRates = { min: 0.001, max: 10 } as const;
/** The figure begins so far into the training. */
const firstEpochs = 40;

const fields = {
  seed: whole('seed of the weights', { min: 1, max: 99 }, 1),
  rate: real('learning rate', learningRates, 0.3),
  batch: oneOf('batch size', batchSizes, 24),
  unit: choice('unit of the loss', ['nats', 'bits'], 'nats'),
  epochs: whole('number of epochs', { min: 0, max: mostEpochs }, firstEpochs),
  pace: whole('epochs a second', { min: 1, max: 30 }, 8),
  example: whole('example', { min: 1, max: training.count }, 1),
};

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'training',
  title: 'A network learns three spiral arms',
  fields,
  initial: (settings, previous) => ({
    course: {
      seed: settings.seed,
      learningRate: settings.rate,
      batchSize: settings.batch,
      unit: settings.unit,
    },
    position: settings.epochs,
    moments: [],
    playing: false,
    pace: settings.pace,
    example: settings.example - 1,
    untrained: previous?.untrained ?? [],
    field: null,
  }),
  update,
  settingsOf: ({ course, position, pace, example }) => ({
    seed: course.seed,
    rate: course.learningRate,
    batch: course.batchSize,
    unit: course.unit,
    epochs: position,
    pace,
    example: example + 1,
  }),
  describe,
  table: tableOf,
  hyperparameters,
  moving: ({ playing }) => playing,
};

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'change course':
      return { ...state, course: { ...state.course, ...action.change }, moments: [], playing: false };
    case 'go to': {
      const next = { ...state, position: Math.max(0, Math.min(mostEpochs, action.position)) };
      return { ...next, playing: state.playing && canTrain(next) };
    }
    case 'play':
      return { ...state, playing: action.playing && canTrain(state) };
    case 'set pace':
      return { ...state, pace: action.pace };
    case 'select example':
      return { ...state, example: Math.max(0, Math.min(training.count - 1, action.example)) };
    case 'trained':
      return action.course === state.course
        ? { ...state, moments: [...state.moments, action.moment] }
        : state;
    case 'judged untrained':
      return { ...state, untrained: action.untrained };
    case 'measured field':
      return { ...state, field: { of: action.of, probabilities: action.probabilities } };
  }
}
