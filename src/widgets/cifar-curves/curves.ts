/** Recorded trainings as curves over epochs, and when a curve first comes down to a level. */

import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';

export const runs = {
  'four-layer-relu': { model: 'four-layer-relu', title: 'ReLU' },
  'four-layer-tanh': { model: 'four-layer-tanh', title: 'tanh' },
  relu: { model: 'cifar-net', title: 'ReLU with dropout' },
  tanh: { model: 'cifar-net-tanh', title: 'tanh with dropout' },
  'no-dropout': { model: 'cifar-net-no-dropout', title: 'ReLU without dropout' },
} as const;
export type RunName = keyof typeof runs;
export const runNames = Object.keys(runs) as RunName[];

export const comparisons = {
  2012: { title: 'As in 2012', runs: ['four-layer-relu', 'four-layer-tanh'], epochs: 30 },
  activation: { title: 'Small AlexNet', runs: ['relu', 'tanh'], epochs: 26 },
  dropout: { title: 'Dropout', runs: ['relu', 'no-dropout'], epochs: 26 },
} as const satisfies Record<string, { title: string; runs: readonly [RunName, RunName]; epochs: number }>;
export type Comparison = `${keyof typeof comparisons}`;

/** How many epochs the compared trainings took, both the same. */
export const lastEpoch = (comparison: Comparison): number => comparisons[comparison].epochs;

export const measures = {
  training: 'Training error',
  'held-out': 'Test error',
  'training-loss': 'Training loss',
  'held-out-loss': 'Test loss',
} as const;
export type Measure = keyof typeof measures;

/** What was recorded of each training, and what its card says of it. */
export type Recorded = Readonly<
  Record<RunName, { readonly history: TrainingHistory; readonly card: ModelCard }>
>;

/** @param read a file of a model's folder, as JSON */
export async function readRecorded(read: (id: string, file: string) => Promise<unknown>): Promise<Recorded> {
  const all = await Promise.all(
    runNames.map(async (name) => {
      const { model } = runs[name];
      return [
        name,
        {
          history: (await read(model, 'history.json')) as TrainingHistory,
          card: (await read(model, 'card.json')) as ModelCard,
        },
      ] as const;
    }),
  );
  return Object.fromEntries(all) as Recorded;
}

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
