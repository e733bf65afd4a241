/** What the figure of stochastic gradient descent knows at any moment. */

import type { Reduction } from '../../recipes/two-parameters.ts';
import { eigenvalues, type Hessian, largestStableRate } from './curvature.ts';
import { type BatchSize, type Parameters, type ProblemName, problemOf } from './problems.ts';
import type { Sampling } from './sampling.ts';

/** All that decides where the walk goes: the same course is the same walk, to the last bit. */
export interface Course {
  readonly problem: ProblemName;
  readonly reduction: Reduction;
  readonly sampling: Sampling;
  readonly batchSize: BatchSize;
  readonly learningRate: number;
  /** Of the minibatches. */
  readonly seed: number;
  readonly start: Parameters;
}

/** One step of the descent, as the step graph answered. */
export interface Step {
  readonly batch: readonly number[];
  /** On the minibatch, before the step. */
  readonly batchLoss: number;
  readonly after: Parameters;
  /** On all examples, after the step. */
  readonly loss: number;
}

/** The landscape at a place: of the loss over all examples. */
export interface Here extends Hessian {
  readonly loss: number;
  readonly gradient: Parameters;
}

/** Gradients of possible minibatches, all at the walker's place. */
export interface Cloud {
  readonly gradients: readonly Parameters[];
  readonly mean: Parameters;
  /** Root of the mean squared distance from the mean. */
  readonly spread: number;
  /** What the spread must be according to the gradients of the single examples. */
  readonly expected: number;
}

export interface Measured {
  readonly at: Parameters;
  readonly here: Here;
  readonly cloud: Cloud;
  /** The largest curvature that a single example's loss has here. */
  readonly steepestExample: number;
  /** ŷ along the x axis of the data's drawing. */
  readonly curve: Float32Array;
}

/** The loss over all examples on a grid, row by row from below, and its lowest place. */
export interface Surface {
  readonly losses: Float32Array;
  readonly floor: { readonly at: Parameters; readonly loss: number };
  /** Where the course starts. */
  readonly startLoss: number;
}

export interface State {
  readonly course: Course;
  readonly fog: boolean;
  /** Steps shown; the walk is computed as far as it is asked for, and further steps are kept. */
  readonly position: number;
  readonly trail: readonly Step[];
  readonly playing: boolean;
  /** Steps a second while playing. */
  readonly pace: number;
  /** Null until computed for the problem and reduction shown. */
  readonly surface: Surface | null;
  readonly measured: Measured | null;
}

/** More steps than this no walk has. */
export const mostSteps = 600;
/** Beyond this a parameter has left for good; a little later it would not be a number. */
const lost = 1e4;

/** Steps that are both asked for and computed. */
export const stepsShown = ({ position, trail }: Pick<State, 'position' | 'trail'>): number =>
  Math.min(position, trail.length);

export function placeOf(state: Pick<State, 'course' | 'trail' | 'position'>): Parameters {
  const shown = stepsShown(state);
  return shown > 0 ? state.trail[shown - 1].after : state.course.start;
}

export const isLost = (at: Parameters): boolean => !at.every((one) => Math.abs(one) < lost);

/** Whether the walk has come to its end because a parameter left for good. */
export const hasEnded = ({ trail }: Pick<State, 'trail'>): boolean =>
  trail.length > 0 && isLost(trail[trail.length - 1].after);

export const canStep = (state: State): boolean => state.position < mostSteps && !isLost(placeOf(state));

/** Loss over all examples after each step, the start first. */
export const lossesOf = (state: State): number[] => [
  ...(state.surface ? [state.surface.startLoss] : []),
  ...state.trail.slice(0, stepsShown(state)).map(({ loss }) => loss),
];

/** What share of the landscape's slope a step on a batch descends on average. */
export const batchShare = ({ problem, reduction, batchSize }: Course): number =>
  reduction === 'sum' ? batchSize / problemOf(problem).examples.count : 1;

export interface Limits {
  /** Curvatures, at the walker's place, of what a step descends on average. */
  readonly steepest: number;
  readonly flattest: number;
  /** The largest learning rate at which a step along the average gradient does not overshoot ever further. */
  readonly stable: number;
  /** The same for the single steepest example; batches of one meet it. */
  readonly stableForEach: number;
}

export function limitsOf({ course }: State, { here, steepestExample }: Measured): Limits {
  const [steepest, flattest] = eigenvalues(here).map((one) => one * batchShare(course));
  return {
    steepest,
    flattest,
    stable: largestStableRate(steepest),
    stableForEach: largestStableRate(steepestExample),
  };
}

/** Whether the walker has left what the landscape shows. */
export function isOutside(state: State): boolean {
  const { slope, intercept } = problemOf(state.course.problem);
  const [w, b] = placeOf(state);
  return !(w >= slope[0] && w <= slope[1] && b >= intercept[0] && b <= intercept[1]);
}
