/** What the perceptron figure knows at any moment. */

import type { Speed } from '../kit/step-bar.ts';
import type { Answer, Labels, Ties } from './conventions.ts';
import { type Label, mostPoints, type Point, type PresetName } from './points.ts';
import type { Split } from './splits.ts';
import type { Stream } from './stream.ts';

export interface Unit {
  readonly weights: readonly [number, number];
  readonly bias: number;
}
export const zero: Unit = { weights: [0, 0], bias: 0 };

/** The model that runs each rule's step, and the learning rate the rule begins with. */
export const rules = {
  perceptron: { title: 'Perceptron rule', model: 'perceptron', usualRate: 1 },
  delta: { title: 'Delta rule', model: 'adaline', usualRate: 0.1 },
} as const;
export type RuleName = keyof typeof rules;

/** What the figure shows: four questions to the same unit. */
export const views = {
  unit: 'One unit',
  rules: 'Two rules',
  hidden: 'Hidden layer',
  stream: 'A million points',
} as const;
export type ViewName = keyof typeof views;

export const learningRates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2] as const;

/** One example shown to the unit, as the step model answered. */
export interface Update {
  readonly example: number;
  readonly point: Point;
  readonly rule: RuleName;
  readonly learningRate: number;
  readonly sum: number;
  readonly mistake: boolean;
  readonly before: Unit;
  readonly after: Unit;
}

/** What the model makes of one point now. */
export interface Outcome {
  /** The unit's weighted sum; for the network, its probability less a half. */
  readonly score: number;
  readonly answer: Label;
}

/** The model's outputs for the parameters shown. */
export interface Measured {
  /** By point. */
  readonly outcomes: readonly Outcome[];
  /** Only in the view of two rules: the same of the delta rule's unit. */
  readonly rival: { readonly outcomes: readonly Outcome[]; readonly field: Float32Array } | null;
  /** The weighted sum or the probability, over the plane's grid. */
  readonly field: Float32Array;
  /** Only with the hidden layer: what the two hidden units make of the plane. */
  readonly hiddenSpace: {
    readonly points: readonly (readonly [number, number])[];
    /** Lines of the plane's grid, as bent by the hidden units: x, y of each place in turn. */
    readonly lines: readonly Float32Array[];
    /** The output unit's weighted sum over the plane of hidden answers. */
    readonly field: Float32Array;
  } | null;
}

/** A moment of a shipped model's training. */
export interface Moment {
  /** Examples seen. */
  readonly step: number;
  readonly mistakes: number;
  readonly unit: Unit;
}

/** A moment of the training of the network with a hidden layer. */
export interface NetworkMoment {
  readonly step: number;
  /** On the four points, in nats. */
  readonly loss: number;
  /** Numbers by parameter, row-major. */
  readonly parameters: Readonly<Record<string, readonly number[]>>;
}

/** What was recorded when the shipped models were trained. */
export interface Shipped {
  /** The training points of `perceptron` and `delta`. */
  readonly points: readonly Point[];
  readonly perceptron: readonly Moment[];
  readonly delta: readonly Moment[];
  readonly network: readonly NetworkMoment[];
}

export interface State {
  readonly view: ViewName;
  readonly preset: PresetName;
  readonly points: readonly Point[];
  readonly rule: RuleName;
  readonly learningRate: number;
  readonly answer: Answer;
  readonly labels: Labels;
  readonly ties: Ties;
  /** The unit before the first update. */
  readonly start: Unit;
  /** Mistakes on the way from zero to `start` at a learning rate of 1; null if it came from elsewhere. */
  readonly earlier: number | null;
  readonly updates: readonly Update[];
  /** In the view of two rules: what the delta rule made of the same examples, from the same start. */
  readonly rivals: readonly Update[];
  /** Updates applied; those beyond it were taken back and can be gone through again. */
  readonly position: number;
  readonly motion: 'resting' | 'one step' | 'playing' | 'running';
  readonly speed: Speed;
  /** A link asks for so many steps: the figure takes them by itself. */
  readonly wanted: number;
  /** A link asks for this moment of the recording, which is not loaded yet. */
  readonly wantedMoment: number;
  /** Empty until loaded. */
  readonly shipped: Shipped;
  /** The moment shown, if the unit comes from the recording. */
  readonly moment: number | null;
  /** Null until the model has run on what is shown now. */
  readonly measured: Measured | null;
  readonly selected: number | null;
  readonly newLabel: Label;
  /** The moment of the shipped network's training that is shown. */
  readonly networkMoment: number;
  /** The split whose line is drawn. */
  readonly split: Split | null;
  readonly stream: Stream;
}

/** The unit that the delta rule has come to in the view of two rules. */
export const rivalOf = ({ start, rivals, position }: State): Unit =>
  position > 0 ? (rivals[position - 1]?.after ?? start) : start;

/** The unit after the updates applied so far. */
export const unitOf = ({ start, updates, position }: State): Unit =>
  position > 0 ? updates[position - 1].after : start;

/** The example that the next step shows the unit: round and round, in the order of the points. */
export const nextExample = ({ points, position }: State): number => position % points.length;

export const canMove = ({ points }: State): boolean => points.length > 0;

export const canAdd = ({ points }: State): boolean => points.length < mostPoints;

/** Bit for bit, so that a unit of broken numbers equals itself. */
export const sameUnit = (a: Unit, b: Unit): boolean =>
  Object.is(a.bias, b.bias) && a.weights.every((weight, i) => Object.is(weight, b.weights[i]));
