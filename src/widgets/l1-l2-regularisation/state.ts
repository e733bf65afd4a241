/** What the figure of penalties knows at any moment, and what follows from it. Pure. */

import type { ModelCard } from '../../recipes/model-card.ts';
import { classes, members, pixels, strengths } from '../../recipes/penalty-network.ts';
import type { Settings as SettingsOf } from '../kit/settings.ts';
import { choice, whole } from '../kit/settings-fields.ts';

export const methods = {
  proximal: { model: 'digits-l1-proximal', title: 'L1, proximal', list: strengths.l1 },
  subgradient: { model: 'digits-l1-subgradient', title: 'L1, subgradient', list: strengths.l1 },
  l2: { model: 'digits-l2', title: 'L2', list: strengths.l2 },
} as const;
export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as MethodName[];

export const fields = {
  method: choice('method', ['proximal', 'subgradient', 'l2'], 'proximal'),
  member: whole('place of λ', { min: 0, max: members - 1 }, 3),
  digit: whole('digit', { min: 0, max: 9 }, 3),
  convention: choice('convention', ['half', 'whole'], 'half'),
  pictures: choice('pictures', ['weights', 'zeros'], 'weights'),
  range: choice('range of the histogram', ['all', 'zero'], 'all'),
};
export type Settings = SettingsOf<typeof fields>;

export interface Shipped {
  readonly card: ModelCard;
  /** Shape [784, 70]. */
  readonly weights: Float32Array;
}
export interface Answers {
  readonly method: MethodName;
  readonly digit: number;
  /** Of the digits, for each member: shape [70]. */
  readonly probabilities: Float32Array;
}
export interface State {
  readonly settings: Settings;
  readonly playing: boolean;
  readonly shipped: Readonly<Record<MethodName, Shipped>> | null;
  readonly answers: Answers | null;
}

const placeOf = (pixel: number, member: number, digit: number): number =>
  (pixel * members + member) * classes + digit;

/** Weights of one member, shape [784, 10]. */
export function weightsOf(all: Float32Array, member: number): Float32Array {
  const own = new Float32Array(pixels * classes);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = placeOf(pixel, member, 0);
    own.set(all.subarray(from, from + classes), pixel * classes);
  }
  return own;
}

/** Weights of pixels that some training digit has ink on; without penalty, none of them is zero. */
export function inkedWeights(all: Float32Array, member: number): Float32Array {
  const free = weightsOf(all, 0);
  return weightsOf(all, member).filter((_, i) => free[i] !== 0);
}

/** A weight nearer to zero than this, and not zero, is called near. */
export const nearness = 0.01;

export interface Count {
  readonly inked: number;
  readonly zero: number;
  readonly near: number;
}

/** Without making a list of the weights: a drawing asks for the counts of all members at once. */
export function countOf(all: Float32Array, member: number): Count {
  let [inked, zero, near] = [0, 0, 0];
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let digit = 0; digit < classes; digit++) {
      if (all[placeOf(pixel, 0, digit)] === 0) continue;
      const weight = all[placeOf(pixel, member, digit)];
      inked++;
      if (weight === 0) zero++;
      else if (Math.abs(weight) < nearness) near++;
    }
  return { inked, zero, near };
}

/** λ as the convention writes it: for L2, λ/2 Σ w² or λ Σ w². */
export const strengthOf = (
  { method, member, convention }: Pick<Settings, 'method' | 'member' | 'convention'>,
  at = member,
): number => methods[method].list[at] / (method === 'l2' && convention === 'whole' ? 2 : 1);

export type Measure = 'accuracy' | 'loss';
export type SetName = 'training' | 'held-out';

/** What the card says of one member, measured when its training had ended. */
export const measured = (
  { card }: Shipped,
  method: MethodName,
  set: SetName,
  measure: Measure,
  member: number,
): number => card.metrics[`${set} ${measure} at ${methods[method].list[member]}`];

/** The member with the least held-out loss, or with the most held-out digits right. */
export function bestMember(shipped: Shipped, method: MethodName, measure: Measure): number {
  const sign = measure === 'loss' ? 1 : -1;
  const values = methods[method].list.map(
    (_, at) => sign * measured(shipped, method, 'held-out', measure, at),
  );
  return values.indexOf(Math.min(...values));
}

/** Of the member shown; null until there is an answer of this method to this digit. */
export function answerOf({ answers, settings: { method, digit, member } }: State): number[] | null {
  if (answers?.method !== method || answers.digit !== digit) return null;
  return Array.from(answers.probabilities.subarray(member * classes, (member + 1) * classes));
}
