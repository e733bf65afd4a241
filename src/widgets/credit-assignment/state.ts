/** What the figure of credit assignment knows at any moment. */

import type { Numbers } from '../kit/graph-runner.ts';
import type { Settings } from '../kit/settings.ts';
import { oneOf, whole } from '../kit/settings-fields.ts';
import type { LearnerName } from './network.ts';

export const learningRates = [0.1, 0.2, 0.5, 1, 2] as const;
/** Steps that can be taken; what the learners reach is then long settled. */
export const mostSteps = 400;

export const fields = {
  seed: whole('seed of the initial weights', { min: 1, max: 12 }, 1),
  rate: oneOf('learning rate', learningRates, 0.5),
  steps: whole('number of steps', { min: 0, max: mostSteps }, 300),
};
export type CreditSettings = Settings<typeof fields>;

/** All that decides how the training goes. */
export type Course = Pick<CreditSettings, 'seed' | 'rate'>;

/** One learner before and after one step. */
export interface Step {
  /** Of the parameters before it, in nats. */
  readonly loss: number;
  readonly before: Numbers;
  readonly after: Numbers;
}
export type Moment = Readonly<Record<LearnerName, Step>>;

export interface State {
  readonly course: Course;
  /** Steps that are asked for. */
  readonly position: number;
  /** By steps done. */
  readonly moments: readonly Moment[];
  readonly playing: boolean;
  /** Probabilities that exactly one bit is set, for each of the four points, with the moment that gave them. */
  readonly answers: ({ readonly of: Moment } & Readonly<Record<LearnerName, Float32Array>>) | null;
}

/** Steps that are both asked for and done. */
export const stepsShown = ({ position, moments }: Pick<State, 'position' | 'moments'>): number =>
  Math.max(0, Math.min(position, moments.length - 1));

export const momentOf = (state: Pick<State, 'position' | 'moments'>): Moment | null =>
  state.moments[stepsShown(state)] ?? null;

export const answersOf = (state: State): State['answers'] =>
  state.answers && state.answers.of === momentOf(state) ? state.answers : null;

export const isTrained = ({ moments, position }: State): boolean => moments.length > position;

/** Points on the right side of a half; null until they are known. */
export function rightCount(state: State, learner: LearnerName, wanted: ArrayLike<number>): number | null {
  const answers = answersOf(state);
  if (!answers) return null;
  return Array.from(wanted).filter((one, i) => answers[learner][i] > 0.5 === one > 0.5).length;
}

/**
 * ∂L/∂w of each number of a parameter, as the step has used it: what it changed, over the learning rate.
 * Null for what the learner leaves alone.
 */
export function blameOf({ before, after }: Step, name: string, rate: number): number[] | null {
  const next = after[name];
  return next === before[name] ? null : Array.from(next, (value, i) => (before[name][i] - value) / rate);
}

export const empty = (course: Course, position: number): State => ({
  course,
  position,
  moments: [],
  playing: false,
  answers: null,
});
