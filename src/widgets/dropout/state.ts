/** What the dropout figure knows, and the settings that a link can hold. */

import type { Stroke } from '../../datasets/drawn-digits.ts';
import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import type { Settings as SettingsOf } from '../kit/settings.ts';
import { choice, whole } from '../kit/settings-fields.ts';

export const networks = { none: 'dropout-0', fifth: 'dropout-20', half: 'dropout-50' } as const;
export type NetworkName = keyof typeof networks;
export const networkNames = Object.keys(networks) as NetworkName[];
export const networkTitles = { none: 'rate 0', fifth: 'rate 0.2', half: 'rate 0.5' } as const;
/** The rate at which masks are drawn; a network trained without dropout is asked what half of it would answer. */
export const rateOf = (network: NetworkName): number => (network === 'fifth' ? 0.2 : 0.5);
export const mostMasks = 256;
export type Convention = 'inverted' | 'classic';

export const fields = {
  network: choice('network', ['none', 'fifth', 'half'], 'half'),
  masks: whole('number of masks', { min: 1, max: mostMasks }, 16),
  digit: whole('digit', { min: 0, max: 9 }, 3),
  removed: whole('number of removed units', { min: 0, max: 96 }, 0),
  convention: choice('convention', ['inverted', 'classic'], 'inverted'),
  seed: whole('seed of the masks', { min: 1, max: 50 }, 1),
};
export type Settings = SettingsOf<typeof fields>;

/** Answers of one network to one picture; lists by number of masks, from 1. */
export interface Answers {
  /** Of the scaled network, probabilities of the ten digits. */
  readonly whole: readonly number[];
  /** Arithmetic means of the probabilities. */
  readonly means: readonly (readonly number[])[];
  /** Normalised geometric means: softmax of the mean scores. */
  readonly geometric: readonly (readonly number[])[];
  readonly spreads: readonly (readonly number[])[];
  /** Sums of what the hidden units hand on: mean over the masks, and without any. */
  readonly handed: { readonly sampled: number; readonly whole: number };
}

export interface Shipped {
  readonly cards: Readonly<Record<NetworkName, ModelCard>>;
  readonly histories: Readonly<Record<NetworkName, TrainingHistory>>;
}

export interface State {
  readonly settings: Settings;
  /** Of the reader's own; null where one of our digits is taken. */
  readonly strokes: readonly Stroke[] | null;
  readonly answers: Answers | null;
  readonly shipped: Shipped | null;
}
