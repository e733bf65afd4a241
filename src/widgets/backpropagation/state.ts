/** What the backpropagation figure knows at any moment, and the settings that a link can hold. */

import type { Numbers } from '../kit/engine.ts';
import type { Settings } from '../kit/settings.ts';
import { choice, oneOf, vector, whole } from '../kit/settings-fields.ts';
import type { Speed } from '../kit/step-bar.ts';
import type { Form } from './graphs.ts';
import { type Step, stepsOf } from './names.ts';
import { type InputNumbers, listOf, type Place, places, startNumbers } from './numbers.ts';

export const learningRates = [0.03, 0.1, 0.3, 1, 3] as const;
export const differences = [1, 0.1, 0.01, 0.001, 1e-4, 1e-5, 1e-6] as const;

const start = listOf(startNumbers).map((number) => Number(number.toPrecision(6)));

export const fields = {
  layout: choice('layout', ['rows', 'columns'], 'rows'),
  activation: choice('function', ['tanh', 'relu'], 'tanh'),
  node: whole('node', { min: 1, max: 33 }, 1),
  cell: whole('number of the result', { min: 0, max: 11 }, 0),
  pick: whole('picked number', { min: 0, max: places.length - 1 }, 8),
  rate: oneOf('learning rate', learningRates, 0.3),
  difference: oneOf('difference', differences, 0.01),
  numbers: vector('inputs and parameters', { min: -100, max: 100 }, start),
};
export type BackpropagationSettings = Settings<typeof fields>;

/** A moment of the shipped model's training. */
export interface Moment {
  readonly step: number;
  readonly numbers: InputNumbers;
}

/** The numbers of one run of forward and backward pass, by output. */
export interface Pass {
  readonly form: Form;
  readonly values: Numbers;
}

/** What the loss does when one parameter is moved both ways. */
export interface Check {
  readonly place: Place;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

export interface State {
  readonly form: Form;
  /** Index of the node that is shown. */
  readonly node: number;
  /** The number of its result that is worked out. */
  readonly cell: number;
  readonly pick: Place;
  readonly rate: number;
  readonly difference: number;
  readonly numbers: InputNumbers;
  /** Null until the graph has run. */
  readonly pass: Pass | null;
  /** Which numbers of which output the latest change moved; empty before there was one. */
  readonly moved: Readonly<Record<string, readonly boolean[]>>;
  readonly check: Check | null;
  /** Training steps taken since the numbers were last set by hand or from the recording. */
  readonly trained: number;
  readonly moments: readonly Moment[];
  /** The moment of the recording that is shown, if it is one. */
  readonly moment: number | null;
  readonly motion: 'resting' | 'playing';
  readonly speed: Speed;
}

export const stepsIn = ({ form }: Pick<State, 'form'>): readonly Step[] => stepsOf(form);

export const shownStep = (state: State): Step => stepsIn(state)[state.node];

/** The numbers of a value of the graph; null until it has run. */
export function numbersIn(state: State, name: string): Float32Array | null {
  const { pass, form } = state;
  return pass && pass.form.layout === form.layout && pass.form.activation === form.activation
    ? (pass.values[name] ?? null)
    : null;
}

export const lossOf = (state: State): number | null => numbersIn(state, 'loss')?.[0] ?? null;

export const hasDiverged = (state: State): boolean => {
  const loss = lossOf(state);
  return loss !== null && !Number.isFinite(loss);
};
