/** The dropout figure's state and how it changes. Pure: the networks are run elsewhere. */

import type { Stroke } from '../../datasets/drawn-digits.ts';
import { pixels } from '../../recipes/dropout-network.ts';
import { digitPixels } from '../kit/digit-pixels.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import { fromRows, toRows } from './drawing.ts';
import { hyperparameters, table } from './numbers.ts';
import { describe } from './sentences.ts';
import {
  type Ablation,
  type Answers,
  type CurveName,
  fields,
  mostMasks,
  mostSeeds,
  type NetworkName,
  type Settings,
  type Shipped,
  type State,
} from './state.ts';

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  | { readonly kind: 'other masks' }
  | { readonly kind: 'draw'; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'go to'; readonly masks: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'choose curves'; readonly curves: CurveName }
  /** One mask more. */
  | { readonly kind: 'walk' }
  | { readonly kind: 'answered'; readonly answers: Answers }
  | { readonly kind: 'loaded'; readonly shipped: Shipped }
  | {
      readonly kind: 'ablated';
      readonly ablations: Readonly<Record<NetworkName, Ablation>>;
      readonly on: string | null;
    };

/** Pictures that behave in different ways, as the network trained at rate 0.5 sees them. */
export const examples = [
  { title: 'A doubtful 3', picture: 143 },
  { title: 'A torn 6', picture: 462 },
  { title: 'A misread 5', picture: 9 },
  { title: 'A clear 7', picture: 1 },
] as const;

/** Pixels of what the network is shown; null until the test pictures are there. */
export function pictureOf({ strokes, settings, shipped }: State): Float32Array | null {
  if (strokes) return digitPixels(strokes);
  const from = (settings.picture - 1) * pixels;
  return shipped?.pictures.x.subarray(from, from + pixels) ?? null;
}

function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'set':
      return {
        ...state,
        settings: { ...state.settings, ...action.change },
        strokes: 'picture' in action.change ? null : state.strokes,
      };
    case 'other masks':
      return {
        ...state,
        settings: { ...state.settings, seed: (state.settings.seed % mostSeeds) + 1 },
      };
    case 'draw':
      return { ...state, strokes: action.strokes.length === 0 ? null : action.strokes };
    case 'go to':
      return { ...state, playing: false, masks: clamped(action.masks) };
    case 'play':
      // From the last mask, playing begins again.
      return {
        ...state,
        playing: action.playing,
        masks: action.playing && state.masks === mostMasks ? 1 : state.masks,
      };
    case 'choose curves':
      return { ...state, curves: action.curves };
    case 'walk':
      return walked(state);
    case 'answered':
      return { ...state, answers: action.answers };
    case 'loaded':
      return { ...state, shipped: action.shipped };
    case 'ablated':
      return { ...state, ablations: action.ablations, ablatedOn: action.on };
  }
}

/** After the last mask it rests. */
export const walked = (state: State): State => {
  const masks = clamped(state.masks + 1);
  return { ...state, masks, playing: state.playing && masks < mostMasks };
};

const clamped = (masks: number): number => Math.min(mostMasks, Math.max(1, Math.round(masks)));

export const dropoutModel: FigureModel<State, Action, typeof fields> = {
  name: 'dropout',
  title: 'One network, and the crowd of its thinned selves',
  fields,
  initial: ({ masks, drawing, curves, ...settings }, previous) => ({
    settings,
    masks,
    playing: false,
    curves,
    strokes: fromRows(drawing),
    answers: previous?.answers ?? null,
    ablations: previous?.ablations ?? null,
    ablatedOn: previous?.ablatedOn ?? null,
    shipped: previous?.shipped ?? null,
  }),
  update,
  settingsOf: ({ settings, masks, curves, strokes }) => ({
    ...settings,
    masks,
    curves,
    drawing: strokes ? toRows(strokes) : [],
  }),
  describe,
  table,
  hyperparameters,
  moving: ({ playing }) => playing,
};
