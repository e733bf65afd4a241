/** What the momentum figure knows at any moment. */

import type { Convention, RacerName } from './programs.ts';
import type { Pair } from './ravine.ts';

/** All that the races depend on. */
export interface Settings {
  /** κ */
  readonly condition: number;
  /** α; for all racers unless `tuned`. */
  readonly learningRate: number;
  /** β of momentum and of Nesterov's method, unless `tuned`. */
  readonly momentum: number;
  /** Every racer at the α and β that are best for it. */
  readonly tuned: boolean;
  /** The learning rate falls to a tenth on the way. */
  readonly drop: boolean;
  readonly convention: Convention;
  readonly start: Pair;
}

export const steps = 120;
export const conditions = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;
export const rateRange = [0.01, 4] as const;
export const momentumRange = [0, 0.99] as const;
/** Of both coordinates of the weights. */
export const domain = [-1.5, 2.5] as const;

/** One moment of a racer's course, before its next step. */
export interface Moment {
  readonly w: Pair;
  /** Where the gradient is taken: `w` itself, or for Nesterov's method where the velocity leads. */
  readonly gradientAt: Pair;
  readonly gradient: Pair;
  /** The part of the next step that the velocity brings: ±αβv. */
  readonly carry: Pair;
  /** The part of the next step that the gradient brings: −α∇L. */
  readonly descent: Pair;
  /** L(w) */
  readonly loss: number;
  /** α and β of the next step. */
  readonly learningRate: number;
  readonly momentum: number;
}

export interface Course {
  readonly moments: readonly Moment[];
  /** The first moment whose loss is a thousand times that of the start, or no number; null if there is none. */
  readonly divergedAt: number | null;
}
export type Courses = Readonly<Record<RacerName, Course>>;

/** Steps that a run at the best settings needs to bring the error to a thousandth, for each κ. */
export interface Measured {
  readonly condition: number;
  readonly plain: number;
  readonly momentum: number;
  readonly nesterov: number;
}

export interface State {
  readonly settings: Settings;
  readonly position: number;
  /** The racer whose vectors are drawn. */
  readonly watched: RacerName;
  readonly playing: boolean;
  /** Null until they have been computed. */
  readonly courses: Courses | null;
  /** The settings that `courses` belong to. */
  readonly computedFor: Settings | null;
  /** Losses over the plane, and the κ they belong to. */
  readonly field: { readonly condition: number; readonly losses: Float32Array } | null;
  readonly measured: readonly Measured[];
}

export const usual: Settings = {
  condition: 50,
  learningRate: 1.3,
  momentum: 0.8,
  tuned: false,
  drop: false,
  convention: 'outside',
  start: [-1.2, 0.2],
};

export const initial: State = {
  settings: usual,
  position: 12,
  watched: 'nesterov',
  playing: false,
  courses: null,
  computedFor: null,
  field: null,
  measured: [],
};
