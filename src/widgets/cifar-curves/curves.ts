/** Recorded trainings as curves over epochs, and when a curve first comes down to a level. */

import type { TrainingHistory } from '../../recipes/model-card.ts';

export const runs = {
  relu: { model: 'cifar-net', title: 'ReLU with dropout' },
  tanh: { model: 'cifar-net-tanh', title: 'tanh with dropout' },
  'no-dropout': { model: 'cifar-net-no-dropout', title: 'ReLU without dropout' },
} as const;
export type RunName = keyof typeof runs;
export const runNames = Object.keys(runs) as RunName[];

export const comparisons = {
  activation: { title: 'ReLU and tanh', runs: ['relu', 'tanh'] },
  dropout: { title: 'Dropout and none', runs: ['relu', 'no-dropout'] },
} as const satisfies Record<string, { title: string; runs: readonly [RunName, RunName] }>;
export type Comparison = keyof typeof comparisons;

export const measures = {
  training: 'Training error',
  'held-out': 'Test error',
  'training-loss': 'Training loss',
  'held-out-loss': 'Test loss',
} as const;
export type Measure = keyof typeof measures;

export type Histories = Readonly<Record<RunName, TrainingHistory>>;

export const isError = (measure: Measure): boolean => !measure.endsWith('loss');

/** One number for each epoch from 0, before training: a share of pictures judged wrongly, or a loss in nats. */
export function curveOf({ curves }: TrainingHistory, measure: Measure): number[] {
  switch (measure) {
    case 'training':
      return curves['training accuracy'].map((share) => 1 - share);
    case 'held-out':
      return curves['held-out accuracy'].map((share) => 1 - share);
    case 'training-loss':
      return [...curves.loss];
    case 'held-out-loss':
      return [...curves['held-out loss']];
  }
}

/**
 * The epoch at which a curve first comes down to a level, between two epochs by a straight line.
 * @returns null if it never does
 */
export function epochsTo(level: number, curve: readonly number[]): number | null {
  const reached = curve.findIndex((value) => value <= level);
  if (reached <= 0) return reached === 0 ? 0 : null;
  const [before, after] = [curve[reached - 1], curve[reached]];
  return reached - 1 + (before - level) / (before - after);
}
