/** What the figure of gradient ascent shows. */

import type { DrawingName } from '../../datasets/drawings/index.ts';
import type { Speed } from '../kit/step-bar.ts';

export type StartName = 'grey' | DrawingName;

/** All that the pictures depend on. */
export interface Climb {
  /** Place among the ten classes. */
  readonly target: number;
  readonly start: StartName;
  /** How far the pixels move in a step, on average, of 1. */
  readonly stepSize: number;
  /** What share of its distance from the mean colour the picture loses in a step. */
  readonly decay: number;
  /** What share of the picture is replaced by its blurred self in a step. */
  readonly blur: number;
  /** By how many pixels at most it is moved before each look. */
  readonly jitter: number;
  readonly seed: number;
}

export interface Frame {
  /** 0 … 1, shape [3, 32, 32]. */
  readonly picture: Float32Array;
  /** Of the class, before softmax, as the next step sees the picture. */
  readonly score: number;
  readonly probability: Float32Array;
}

export interface State {
  readonly climb: Climb;
  /** After 0, 1, 2 … steps of `climb`; empty until the first has been computed. */
  readonly frames: readonly Frame[];
  /** The frame that is shown. */
  readonly position: number;
  /** How many steps are to be taken when the climb begins anew. */
  readonly wanted: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** The step at which a number ceased to be finite. */
  readonly diverged: number | null;
  /** Of the graph, once it has been encoded. */
  readonly graphBytes: number | null;
}

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Climb> }
  | {
      readonly kind: 'climbed';
      readonly climb: Climb;
      readonly frames: readonly Frame[];
      readonly diverged: boolean;
    }
  | { readonly kind: 'show'; readonly position: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'set speed'; readonly speed: Speed }
  | { readonly kind: 'encoded'; readonly bytes: number };

export const mostSteps = 300;

export const regularised = { decay: 0.01, blur: 0.1, jitter: 2 } as const;
export const plain = { decay: 0, blur: 0, jitter: 0 } as const;

export const frameOf = ({ frames, position }: State): Frame | undefined => frames[position];
