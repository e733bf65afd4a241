/** What the figure of two weights knows at any moment. */

import type { Pair, ProblemName } from './problems.ts';
import type { Convention, DecayName, OptimizerName, PenaltyName } from './programs.ts';

export type ViewName = 'budget' | 'decay';
export const viewNames = ['budget', 'decay'] as const;

/** All that the solutions depend on. */
export interface Settings {
  readonly data: ProblemName;
  readonly penalty: PenaltyName;
  readonly convention: Convention;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  /** λ of the race. */
  readonly strength: number;
}

/** λ along which the penalised weights are found. */
export const strengths = [
  0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1,
  1.2, 1.4, 1.5, 1.7, 2, 2.5, 3,
] as const;
/** Steps of the race. */
export const raceSteps = 180;
export const rateRange = [0.001, 3] as const;
export const strengthRange = [0, 1] as const;
/** Of both weights. */
export const domain = [-1.3, 1.7] as const;

/** The weights that are best under one strength of the penalty. */
export interface Solution {
  readonly w: Pair;
  /** On the data alone. */
  readonly loss: number;
}

export interface Course {
  /** After 0, 1, 2, … steps; NaN where the numbers have ceased to be finite. */
  readonly weights: readonly Pair[];
  /** Over all examples. */
  readonly losses: readonly number[];
  /** The first step whose loss is a thousand times that of the start, or no number; null if there is none. */
  readonly divergedAt: number | null;
}
export interface Race {
  readonly courses: Readonly<Record<DecayName, Course>>;
  /** Where the loss with the L2 penalty of the same strength is lowest. */
  readonly lowest: Pair;
}

export interface State {
  readonly settings: Settings;
  readonly view: ViewName;
  /** Place in `strengths`. */
  readonly place: number;
  /** Step of the race. */
  readonly step: number;
  readonly playing: boolean;
  /** Losses over the plane; null until they have been computed. */
  readonly field: { readonly data: ProblemName; readonly losses: Float32Array } | null;
  /** For each strength, and the settings it was computed for. */
  readonly path: { readonly settings: Settings; readonly solutions: readonly Solution[] } | null;
  readonly race: { readonly settings: Settings; readonly result: Race } | null;
}

/** The moment shown, and how many there are. */
export const momentOf = ({ view, place, step }: State): number => (view === 'budget' ? place : step);
export const lastOf = ({ view }: Pick<State, 'view'>): number =>
  view === 'budget' ? strengths.length - 1 : raceSteps;

export const solutionOf = ({ path, place }: State): Solution | null => path?.solutions[place] ?? null;

/** The mean weights of the last steps: single steps on minibatches jump about. */
export const averaged = 40;
export function meanWeights({ weights }: Course, step: number): Pair {
  const last = weights.slice(Math.max(1, step - averaged + 1), step + 1);
  const shown = last.length > 0 ? last : weights.slice(0, 1);
  const mean = (k: 0 | 1) => shown.reduce((sum, w) => sum + w[k], 0) / shown.length;
  return [mean(0), mean(1)];
}

/** What the decay leaves of each weight: its mean over that without decay. */
export function keptOf({ courses }: Race, decay: DecayName, step: number): Pair {
  const [own, free] = [meanWeights(courses[decay], step), meanWeights(courses.none, step)];
  return [own[0] / free[0], own[1] / free[1]];
}
