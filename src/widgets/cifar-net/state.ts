/** What the figure of the small network shows. */

import { type DrawingName, drawings } from '../../datasets/drawings/index.ts';
import { rasterise } from '../../datasets/drawings/rasterise.ts';
import type { Stroke } from '../../datasets/drawn-digits.ts';
import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import type { Speed } from '../kit/step-bar.ts';
import type { LayerName } from './layers.ts';
import type { Ground, Ink } from './painted.ts';

export type Source =
  | { readonly kind: 'drawing'; readonly name: DrawingName }
  | { readonly kind: 'painted' }
  | { readonly kind: 'own'; readonly name: string };

export interface State {
  readonly source: Source;
  /** 0 … 1, shape [3, 32, 32]. */
  readonly picture: Float32Array;
  readonly strokes: readonly Stroke[];
  readonly ground: Ground;
  readonly ink: Ink;
  readonly layer: LayerName;
  /** Of the first layer's filters. */
  readonly epoch: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly shipped: Shipped | null;
  /** What every layer answered, and to which picture. */
  readonly answered: { readonly picture: Float32Array; readonly answers: Answers } | null;
}

/** By layer, and `probability`. */
export type Answers = Readonly<Record<string, Float32Array>>;

export interface Shipped {
  readonly card: ModelCard;
  readonly history: TrainingHistory;
}

export type Action =
  | { readonly kind: 'loaded'; readonly shipped: Shipped }
  | { readonly kind: 'take drawing'; readonly name: DrawingName }
  | { readonly kind: 'paint'; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'set ground'; readonly ground: Ground }
  | { readonly kind: 'set ink'; readonly ink: Ink }
  | { readonly kind: 'take own'; readonly picture: Float32Array; readonly name: string }
  | { readonly kind: 'answered'; readonly picture: Float32Array; readonly answers: Answers }
  | { readonly kind: 'show layer'; readonly layer: LayerName }
  | { readonly kind: 'show epoch'; readonly epoch: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  | { readonly kind: 'set speed'; readonly speed: Speed };

const rasterised = new Map<DrawingName, Float32Array>();

/** The same numbers each time, so that they can be told apart from others at a glance. */
export function drawingPicture(name: DrawingName): Float32Array {
  const known = rasterised.get(name) ?? rasterise(drawings[name]);
  rasterised.set(name, known);
  return known;
}

/** Epochs of which the filters are kept: the first is before any training. */
export const epochsOf = ({ shipped }: State): number => shipped?.history.steps.length ?? 27;

/** The answers, if they are about what is shown. */
export const answersOf = ({ answered, picture }: State): Answers | null =>
  answered?.picture === picture ? answered.answers : null;
