/** What the figure of training knows at any moment. */

import type { Numbers } from '../kit/graph-runner.ts';
import { classes, labelsOf, training, type Unit } from './network.ts';

export const batchSizes = [8, 24, 80, 240] as const;

/** All that decides how the training goes. */
export interface Course {
  /** Of the initial weights and of the order of the examples. */
  readonly seed: number;
  readonly learningRate: number;
  readonly batchSize: (typeof batchSizes)[number];
  readonly unit: Unit;
}

export interface Judged {
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  readonly accuracy: number;
}

/** The network after an epoch; the first is untrained. */
export interface Moment {
  readonly parameters: Numbers;
  readonly training: Judged;
  readonly heldOut: Judged;
  /** Of the classes, for each training example in turn. */
  readonly probabilities: Float32Array;
}

export interface State {
  readonly course: Course;
  /** Epochs that are asked for. */
  readonly position: number;
  /** Those that have been trained, the untrained network first. */
  readonly moments: readonly Moment[];
  readonly playing: boolean;
  /** Epochs a second while playing. */
  readonly pace: number;
  /** The training example whose feedback is shown. */
  readonly example: number;
  /** Accuracies of networks that have never been trained, by seed; empty until measured. */
  readonly untrained: readonly Judged[];
  /** Probabilities all over the plane, with the parameters that gave them. */
  readonly field: { readonly of: Numbers; readonly probabilities: Float32Array } | null;
}

export const mostEpochs = 400;
/** Fresh networks whose accuracies show what chance is. */
export const untrainedCount = 100;
export const chance = 1 / classes;

const labels = labelsOf(training);
export const labelOf = (example: number): number => labels[example];

/** Epochs that are both asked for and trained. */
export const epochsShown = ({ position, moments }: Pick<State, 'position' | 'moments'>): number =>
  Math.max(0, Math.min(position, moments.length - 1));

export const momentOf = (state: Pick<State, 'position' | 'moments'>): Moment | null =>
  state.moments[epochsShown(state)] ?? null;

export const isBroken = ({ training: { loss } }: Moment): boolean => !Number.isFinite(loss);

/** Whether the training has come to numbers that are none. */
export const hasEnded = ({ moments }: Pick<State, 'moments'>): boolean =>
  moments.length > 0 && isBroken(moments[moments.length - 1]);

export const isTrained = (state: State): boolean => state.moments.length > state.position || hasEnded(state);

export const canTrain = (state: State): boolean => state.position < mostEpochs && !hasEnded(state);

export const stepsInEpoch = ({ batchSize }: Course): number => training.count / batchSize;

/** Mean of the accuracies and of the losses of the untrained networks; null until there are any. */
export function untrainedMean({ untrained }: State): Judged | null {
  if (untrained.length === 0) return null;
  const mean = (of: (one: Judged) => number) =>
    untrained.reduce((sum, one) => sum + of(one), 0) / untrained.length;
  return { accuracy: mean(({ accuracy }) => accuracy), loss: mean(({ loss }) => loss) };
}
