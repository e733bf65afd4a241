/** What the ReLU figure knows at any moment, and the settings that a link can hold. */

import type { Settings } from '../kit/settings.ts';
import { choice, oneOf, real, whole } from '../kit/settings-fields.ts';
import type { Speed } from '../kit/step-bar.ts';
import type { ActivationName, Conventions, NetworkName } from './activations.ts';

export const learningRates = [0.01, 0.03, 0.1, 0.3, 0.5, 1] as const;
export const slopesAtZero = [0, 0.5, 1] as const;
export const leaks = [0.01, 0.1, 0.3] as const;
/** Steps that can be trained. */
export const mostSteps = 2000;

export const fields = {
  view: choice('view', ['layers', 'functions'], 'layers'),
  x: real('place x', { min: -4, max: 4 }, 1),
  network: choice('network', ['sigmoid', 'tanh', 'relu', 'leaky'], 'relu'),
  initial: choice('initial weights', ['own', 'xavier', 'he'], 'own'),
  seed: whole('seed', { min: 1, max: 20 }, 1),
  rate: oneOf('learning rate', learningRates, 0.1),
  zero: oneOf('slope at 0', slopesAtZero, 0),
  leak: oneOf('slope of leaky ReLU', leaks, 0.01),
  steps: whole('number of steps', { min: 0, max: mostSteps }, 0),
};
export type ReluSettings = Settings<typeof fields>;
export type View = ReluSettings['view'];
export type InitialChoice = ReluSettings['initial'];

/** What one network's training step reported before its update. */
export interface Report {
  readonly loss: number;
  /** ‖∂L/∂W‖ of each layer. */
  readonly norms: Float32Array;
  /** Mean of f′(z) over the points, for each hidden unit, layer by layer. */
  readonly slopes: Float32Array;
  /** Largest |f(z)| over the points, likewise. */
  readonly largest: Float32Array;
}

/** All networks after the same number of steps. A network that has diverged has no report any more. */
export type Frame = Readonly<Record<NetworkName, Report | null>>;

/** Values and derivatives of every function over a grid, and at the place the reader asks for. */
export interface Curves {
  readonly x: Float32Array;
  readonly values: Readonly<Record<ActivationName, Float32Array>>;
  readonly slopes: Readonly<Record<ActivationName, Float32Array>>;
  /** At the reader's place. */
  readonly at: Readonly<Record<ActivationName, { readonly value: number; readonly slope: number }>>;
}

export interface State {
  readonly settings: ReluSettings;
  /** By steps done. */
  readonly frames: readonly Frame[];
  /** Which of them is shown. */
  readonly position: number;
  readonly motion: 'resting' | 'one step' | 'playing' | 'running';
  readonly speed: Speed;
  /** Null until the functions have been computed. */
  readonly curves: Curves | null;
}

export const conventionsOf = ({ settings: { zero, leak } }: State): Conventions => ({ atZero: zero, leak });

/** Reports of the moment shown; null until there are any. */
export const shownFrame = ({ frames, position }: State): Frame | null => frames[position] ?? null;

/** Hidden units that are silent on every point. */
export const silentUnits = ({ largest }: Report): number => largest.filter((one) => one === 0).length;
