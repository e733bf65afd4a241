/** The ReLU figure's state and how it changes. Pure: the networks are run elsewhere. */

import type { FigureModel } from '../kit/figure-model.ts';
import type { Speed } from '../kit/step-bar.ts';
import { describe, hyperparameters, table } from './sentences.ts';
import { type Curves, type Frame, fields, mostSteps, type ReluSettings, type State } from './state.ts';

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<ReluSettings> }
  | { readonly kind: 'computed functions'; readonly curves: Curves }
  /** @param of the settings under which the networks were trained */
  | { readonly kind: 'trained'; readonly of: ReluSettings; readonly frames: readonly Frame[] }
  | { readonly kind: 'move'; readonly motion: State['motion'] }
  | { readonly kind: 'show'; readonly position: number; readonly motion?: State['motion'] }
  | { readonly kind: 'reset' }
  | { readonly kind: 'choose speed'; readonly speed: Speed };

/** What training depends on: another value of one of them begins it anew. */
const training = ['initial', 'seed', 'rate', 'zero', 'leak'] as const;

export const sameTraining = (a: ReluSettings, b: ReluSettings): boolean =>
  training.every((name) => a[name] === b[name]);

export const canTrain = ({ frames }: State): boolean => frames.length > 0 && frames.length <= mostSteps;

function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'set': {
      const settings = { ...state.settings, ...action.change };
      return sameTraining(settings, state.settings)
        ? { ...state, settings }
        : { ...state, settings: { ...settings, steps: 0 }, frames: [], position: 0, motion: 'resting' };
    }
    case 'computed functions':
      return { ...state, curves: action.curves };
    case 'trained': {
      if (!sameTraining(action.of, state.settings)) return state;
      const frames = [...state.frames, ...action.frames];
      // The first frame is the start; a link may ask for a later moment, which is then trained for.
      return at({ ...state, frames }, frames.length - 1);
    }
    case 'move':
      return { ...state, motion: action.motion };
    case 'show':
      return at({ ...state, motion: action.motion ?? 'resting' }, action.position);
    case 'reset':
      return at({ ...state, motion: 'resting' }, 0);
    case 'choose speed':
      return { ...state, speed: action.speed };
  }
}

function at(state: State, position: number): State {
  const shown = Math.min(Math.max(0, position), Math.max(0, state.frames.length - 1));
  return { ...state, position: shown };
}

export const reluModel: FigureModel<State, Action, typeof fields> = {
  name: 'relu',
  title: 'Activation functions, and twelve layers of each',
  fields,
  initial: (settings, previous) => {
    const same = previous && sameTraining(settings, previous.settings);
    return {
      settings,
      frames: same ? previous.frames : [],
      position: 0,
      motion: 'resting',
      speed: 'normal',
      curves: previous?.curves ?? null,
    };
  },
  update,
  settingsOf: ({ settings, position }) => ({ ...settings, steps: position }),
  describe,
  table,
  hyperparameters,
  moving: ({ motion }) => motion !== 'resting',
};
