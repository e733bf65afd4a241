/** The figure of gradient ascent: state, link, sentence, table. */

import { type DrawingName, drawings } from '../../datasets/drawings/index.ts';
import { cifarClasses } from '../../recipes/cifar-layers.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { choice, real, whole } from '../kit/settings-fields.ts';
import { describeState, percentText } from './sentences.ts';
import { type Action, mostSteps, regularised, type StartName, type State } from './state.ts';

export const starts: readonly StartName[] = ['grey', ...(Object.keys(drawings) as DrawingName[])];
const ship = cifarClasses.indexOf('ship');

const fields = {
  class: choice('class', cifarClasses, 'ship'),
  start: choice('picture to begin with', starts, 'grey'),
  stepSize: real('step size', { min: 0.001, max: 0.2 }, 0.03),
  decay: real('decay', { min: 0, max: 0.2 }, regularised.decay),
  blur: real('blur', { min: 0, max: 0.5 }, regularised.blur),
  jitter: whole('jitter', { min: 0, max: 2 }, regularised.jitter),
  seed: whole('seed', { min: 1, max: 999 }, 1),
  steps: whole('steps', { min: 0, max: mostSteps }, 60),
};

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'cifar-ascent',
  title: 'What the network wants to see',
  fields,
  initial: ({ class: name, steps, ...settings }, previous) => ({
    climb: { target: Math.max(0, cifarClasses.indexOf(name)), ...settings },
    frames: [],
    position: 0,
    wanted: steps,
    playing: false,
    speed: 'normal',
    diverged: null,
    graphBytes: previous?.graphBytes ?? null,
  }),
  update(state, action) {
    switch (action.kind) {
      case 'set':
        return {
          ...state,
          climb: { ...state.climb, ...action.change },
          frames: [],
          position: 0,
          wanted: Math.max(state.wanted, state.position),
          playing: false,
          diverged: null,
        };
      case 'climbed': {
        // Frames of a climb that is no longer wanted.
        if (action.climb !== state.climb) return state;
        const frames = [...state.frames, ...action.frames].slice(0, mostSteps + 1);
        const diverged = action.diverged ? frames.length : null;
        return { ...state, frames, position: frames.length - 1, diverged };
      }
      case 'show':
        return { ...state, position: Math.min(state.frames.length - 1, Math.max(0, action.position)) };
      case 'play':
        return { ...state, playing: action.playing };
      case 'set speed':
        return { ...state, speed: action.speed };
      case 'encoded':
        return { ...state, graphBytes: action.bytes };
    }
  },
  settingsOf: ({ climb: { target, ...climb }, frames, position, wanted }) => ({
    ...climb,
    class: cifarClasses[target] ?? cifarClasses[ship],
    steps: frames.length > 0 ? position : wanted,
  }),
  describe: describeState,
  table: ({ climb, frames }) => ({
    caption: `Score and probability of ${cifarClasses[climb.target]} after each step`,
    columns: ['Step', 'Score', 'Probability'],
    rows: frames.map(({ score, probability }, step) => [
      String(step),
      formatNumber(score),
      percentText(probability[climb.target]),
    ]),
  }),
  hyperparameters: ({ climb }) => [
    ['Step size', `${formatNumber(climb.stepSize)} of 1 for a pixel, on average`],
    ['Decay towards the mean colour', formatNumber(climb.decay)],
    ['Blur, ¼ ½ ¼ along both axes', formatNumber(climb.blur)],
    ['Jitter', `up to ${climb.jitter} pixels each way`],
    ['Start', climb.start === 'grey' ? 'mean colour, noise of deviation 0.02' : `drawing of ${climb.start}`],
    ['Seed of noise and jitter', String(climb.seed)],
    ['Climbs', 'the class’s score before softmax'],
    ['Network', 'cifar-net, with its trained parameters'],
  ],
  moving: ({ playing }) => playing,
};
