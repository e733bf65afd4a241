/** The momentum figure in words. */

import { formatNumber } from '../kit/number-format.ts';
import {
  curvatures,
  factorAlong,
  largestRate,
  type Method,
  rateOf,
  swings,
  type Tuning,
} from './closed-form.ts';
import type { RacerName } from './programs.ts';
import { schedulesOf } from './schedule.ts';
import type { Course, Moment, Settings, State } from './state.ts';

export const racerTitles: Readonly<Record<RacerName, string>> = {
  plain: 'Gradient descent',
  momentum: 'Momentum',
  nesterov: 'Nesterov momentum',
  scheduled: 'Momentum that rises',
};

export const methodOf = (racer: RacerName): Method => (racer === 'scheduled' ? 'momentum' : racer);

/** α and β as they are at this step. */
export function tuningAt(racer: RacerName, settings: Settings, position: number): Tuning {
  const { learningRate, momentum } = schedulesOf(racer, settings);
  return { learningRate: learningRate(position + 1), momentum: momentum(position + 1) };
}

/** How many times the loss is below that of the start. */
const shrunk = ({ moments }: Course, position: number): string => {
  const { loss } = moments[position];
  if (loss === 0) return 'loss 0';
  return `loss ${formatNumber(loss, 2)}`;
};

export function describe(state: State): string {
  const { courses, position, watched, settings } = state;
  if (!courses) return 'The races are being computed.';
  const course = courses[watched];
  const where = `Step ${position}, ${racerTitles[watched]}`;
  if (course.divergedAt !== null && position >= course.divergedAt)
    return `${where}: it has diverged. ${whyDiverging(watched, settings, position)}`;
  const moment = course.moments[position];
  return `${where}: ${shrunk(course, position)} at (${coordinate(moment.w[0])}, ${coordinate(moment.w[1])}). ${stepSentence(watched, moment)} ${standings(state)}`;
}

/** The vectors of the next step. */
function stepSentence(racer: RacerName, moment: Moment): string {
  const { carry, descent } = moment;
  const step: readonly [number, number] = [carry[0] + descent[0], carry[1] + descent[1]];
  const total = formatNumber(size(step), 2);
  if (racer === 'plain') return `The next step follows the slope and is ${total} long.`;
  const turn = angle(carry, descent);
  if (turn === null) return `The next step is ${total} long; there is no velocity yet.`;
  const where = racer === 'nesterov' ? 'where the velocity leads' : 'here';
  return (
    `The velocity brings ${formatNumber(size(carry), 2)}, the slope ${where} ${formatNumber(size(descent), 2)} ` +
    `at ${Math.round(turn)}° to it: a step ${total} long.`
  );
}

/** Who is lowest now. */
function standings({ courses, position }: State): string {
  if (!courses) return '';
  const going = Object.entries(courses).flatMap(([racer, { moments, divergedAt }]) =>
    divergedAt !== null && position >= divergedAt
      ? []
      : [{ racer: racer as RacerName, loss: moments[position].loss }],
  );
  if (going.length === 0) return 'All have diverged.';
  const lowest = going.reduce((best, one) => (one.loss < best.loss ? one : best));
  return position === 0 ? 'All start at the same point.' : `Lowest now: ${racerTitles[lowest.racer]}.`;
}

/** What the closed form says of a racer at this step: how the two directions shrink or grow. */
export function outlook(racer: RacerName, settings: Settings, position: number): string {
  const method = methodOf(racer);
  const tuning = tuningAt(racer, settings, position);
  const { along, across } = curvatures(settings.condition);
  const part = (curvature: number) => {
    const factor = factorAlong(method, tuning, curvature);
    const how = factor > 1 ? 'grows' : swings(method, tuning, curvature) ? 'swings and shrinks' : 'shrinks';
    return `${how} by ${formatNumber(factor)} a step`;
  };
  return `Across the ravine the error ${part(across)}, along it ${part(along)}.`;
}

/** Why the error grows, by the closed form. */
export function whyDiverging(racer: RacerName, settings: Settings, position: number): string {
  const method = methodOf(racer);
  const tuning = tuningAt(racer, settings, position);
  const limit = largestRate(method, tuning.momentum);
  const bound = {
    plain: '2/λ',
    momentum: '2 (1 + β)/λ',
    nesterov: '2 (1 + β)/((1 + 2β) λ)',
  }[method];
  if (tuning.learningRate < limit)
    return `At α = ${formatNumber(tuning.learningRate)} it would settle again: the bound is ${bound} = ${formatNumber(limit)}.`;
  return (
    `α = ${formatNumber(tuning.learningRate)} is not below ${bound} = ${formatNumber(limit)} for the steepest curvature, λ = 1: ` +
    `across the ravine each step multiplies the error by ${formatNumber(rateOf(method, tuning, settings.condition))}.`
  );
}

export const size = ([a, b]: readonly [number, number]): number => Math.hypot(a, b);

/** Between two vectors in degrees, or null if one has no length. */
function angle(a: readonly [number, number], b: readonly [number, number]): number | null {
  const lengths = size(a) * size(b);
  if (lengths === 0) return null;
  const cosine = (a[0] * b[0] + a[1] * b[1]) / lengths;
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

/** Two decimals, which is what can be seen. */
export const coordinate = (value: number): string => formatNumber(Math.round(value * 100) / 100, 3);
