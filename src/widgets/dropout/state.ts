/** What the dropout figure knows, and the settings that a link can hold. */

import type { Stroke } from '../../datasets/drawn-digits.ts';
import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import type { Settings as SettingsOf } from '../kit/settings.ts';
import { choice, oneOf, real, rows, whole } from '../kit/settings-fields.ts';
import { mostPoints, penGrid } from './drawing.ts';

export const networks = { none: 'dropout-0', fifth: 'dropout-20', half: 'dropout-50' } as const;
export type NetworkName = keyof typeof networks;
export const networkNames = Object.keys(networks) as NetworkName[];
export const networkRates = { none: 0, fifth: 0.2, half: 0.5 } as const;
/** Of masks; every network is asked under the same, whatever it was trained with. */
export const maskRates = [0.2, 0.5] as const;
export const mostMasks = 256;
export const pictureCount = 500;
/** How many strong units the reader may take away: all of them. */
export const mostRemoved = 128;
export const removedStep = 8;
export const mostSeeds = 999;
export type Convention = 'inverted' | 'classic';

export const fields = {
  network: choice('network', ['none', 'fifth', 'half'], 'half'),
  rate: oneOf('rate of the masks', maskRates, 0.5),
  masks: whole('number of masks', { min: 1, max: mostMasks }, 64),
  picture: whole('picture', { min: 1, max: pictureCount }, 143),
  drawing: rows(
    'drawing',
    {
      columns: [
        { min: 1, max: 20, step: 1 },
        { min: 0, max: penGrid, step: 1 },
        { min: 0, max: penGrid, step: 1 },
      ],
      most: mostPoints,
    },
    [],
  ),
  removed: real('number of removed units', { min: 0, max: mostRemoved, step: removedStep }, 0),
  convention: choice('convention', ['inverted', 'classic'], 'inverted'),
  curves: choice('curves', ['loss', 'accuracy'], 'loss'),
  seed: whole('seed of the masks', { min: 1, max: mostSeeds }, 1),
};
export type Settings = Omit<SettingsOf<typeof fields>, 'curves' | 'drawing' | 'masks'>;
export type CurveName = 'loss' | 'accuracy';

/** Answers of one network to one picture; lists by mask, from the first. */
export interface Answers {
  /** The settings and the picture they are about. */
  readonly asked: Asked;
  /** Of the scaled network, probabilities of the ten digits. */
  readonly whole: readonly number[];
  /** Under each single mask. */
  readonly single: readonly (readonly number[])[];
  /** Arithmetic means of the probabilities over the masks so far. */
  readonly means: readonly (readonly number[])[];
  /** Normalised geometric means: softmax of the mean scores. */
  readonly geometric: readonly (readonly number[])[];
  /** Standard deviations over the masks so far. */
  readonly spreads: readonly (readonly number[])[];
  /** Distances of both means from the scaled network. */
  readonly distances: { readonly mean: readonly number[]; readonly geometric: readonly number[] };
  /** What each hidden unit answers, before anything is left out or scaled; those taken away answer 0. */
  readonly units: readonly number[];
  /** Units by strength, the strongest first. */
  readonly order: readonly number[];
  /** 1 for each unit that stays; 256 masks after each other. */
  readonly mask: Float32Array;
  /** Sums of what the hidden units hand on: under each mask, and all together afterwards. */
  readonly handed: { readonly sampled: readonly number[]; readonly whole: number };
}

/** All that the answers depend on. */
export type Asked = Pick<State, 'settings' | 'strokes'>;

/** Shares of the pictures told right, by network. */
export interface Ablation {
  /** At each of `ablationCounts`, without that many of the strongest units. */
  readonly strongest: readonly number[];
  /** The same without units drawn by lot, one list for each draw. */
  readonly lots: readonly (readonly number[])[];
}

export interface Pictures {
  /** Pixels 0 … 1, 784 for each picture. */
  readonly x: Float32Array;
  readonly target: Float32Array;
  readonly labels: readonly number[];
}

export interface Shipped {
  readonly cards: Readonly<Record<NetworkName, ModelCard>>;
  readonly histories: Readonly<Record<NetworkName, TrainingHistory>>;
  readonly pictures: Pictures;
}

export interface State {
  readonly settings: Settings;
  /** How many of the masks count; the last of them is the one that is shown. */
  readonly masks: number;
  readonly playing: boolean;
  /** Which curves of the three trainings are shown. */
  readonly curves: CurveName;
  /** Of the reader's own; null where a test picture is taken. */
  readonly strokes: readonly Stroke[] | null;
  readonly answers: Answers | null;
  readonly ablations: Readonly<Record<NetworkName, Ablation>> | null;
  /** The provider that computed them. */
  readonly ablatedOn: string | null;
  readonly shipped: Shipped | null;
}

/** Whether the answers are about what is asked now. */
export const isCurrent = ({ settings, strokes, answers }: State): boolean =>
  answers !== null && answers.asked.settings === settings && answers.asked.strokes === strokes;
