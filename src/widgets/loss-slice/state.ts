/** What the figure of a slice knows at any moment. */

import type { Numbers } from '../kit/graph-runner.ts';
import type { Plane, Shadow } from './directions.ts';

/** Two random directions around the trained network; or the way back to the start and one random direction. */
export type PlaneName = 'random' | 'path';

export interface Moment {
  readonly step: number;
  /** On the training set, as recorded. */
  readonly loss: number;
  readonly parameters: Numbers;
}

export interface Slice {
  readonly plane: Plane;
  /** Row by row from below. */
  readonly losses: Float32Array;
  readonly shadows: readonly Shadow[];
  /** The loss of the plane's points on which the shadows fall. */
  readonly shadowLosses: Float32Array;
  /** Along the first axis, through the trained network. */
  readonly line: Float32Array;
}

export interface State {
  readonly plane: PlaneName;
  /** Of the random directions. */
  readonly seed: number;
  /** How far the slice reaches from its middle, in lengths of its directions. */
  readonly span: number;
  /** Place among the recorded moments of training. */
  readonly moment: number;
  readonly playing: boolean;
  /** Empty until loaded. */
  readonly moments: readonly Moment[];
  /** What the slice was computed for, and what it is. */
  readonly slice: Slice | null;
}

export const momentOf = ({ moments, moment }: State): number => Math.min(moment, moments.length - 1);

/** The axes of the drawing. The way back to the start is shown from beyond the end to beyond the start. */
export const rangesOf = ({ plane, span }: Pick<State, 'plane' | 'span'>) =>
  plane === 'random'
    ? ({ across: [-span, span], up: [-span, span] } as const)
    : ({ across: [0.5 - span, 0.5 + span], up: [-span, span] } as const);
