/** What is known of a run of the perceptron rule over a stream of points, each of which it sees once. */

import type { Speed } from '../kit/step-bar.ts';
import { mistakesWithin } from './bound.ts';
import type { Point } from './points.ts';
import { type State, type Unit, zero } from './state.ts';

/** Points that are streamed. */
export const streamLength = 1_000_000;

/** Least distances of the points from the line that separates them, of which the reader chooses one. */
export const streamMargins = [0.2, 0.08, 0.04, 0.02, 0.01] as const;

/** How many points one run of a model takes. */
export const blockSizes = { one: 1, block: 4096 } as const;
export type Blocks = keyof typeof blockSizes;

/** Points between two drawings: while it plays, by speed, and in a run to the end. */
export const paces: Readonly<Record<Speed, number>> = { slow: 1, normal: 4, fast: 256 };
export const runPace = blockSizes.block;

/** So many of the latest points are drawn. */
export const mostRecent = 40;

/** What is known after so many points. */
export interface StreamMoment {
  readonly seen: number;
  readonly mistakes: number;
  readonly unit: Unit;
  /** Of the points seen: the longest (1, x), squared, and the least margin to the line they were drawn around. */
  readonly radiusSquared: number;
  readonly least: number;
  /** Mistakes after so many points, wherever they rose. */
  readonly curve: readonly (readonly [seen: number, mistakes: number])[];
  /** Seconds of computing, pauses left out. */
  readonly seconds: number;
  readonly recent: readonly Point[];
}

export interface Stream extends StreamMoment {
  readonly margin: number;
  readonly blocks: Blocks;
  readonly motion: State['motion'];
  /** It comes to rest after so many points. */
  readonly until: number;
  /** What has been drawn before; what was gone back from can be gone through again. */
  readonly past: readonly StreamMoment[];
  readonly future: readonly StreamMoment[];
}

/** What one block of points has added. */
export interface Streamed {
  readonly count: number;
  /** After how many points of the block each mistake came. */
  readonly mistakesAt: readonly number[];
  readonly unit: Unit;
  readonly radiusSquared: number;
  readonly least: number;
  readonly seconds: number;
  /** The latest of its points. */
  readonly recent: readonly Point[];
}

export const emptyStream = (margin: number, blocks: Blocks): Stream => ({
  margin,
  blocks,
  motion: 'resting',
  until: streamLength,
  past: [],
  future: [],
  seen: 0,
  mistakes: 0,
  unit: zero,
  radiusSquared: 0,
  least: Number.POSITIVE_INFINITY,
  curve: [],
  seconds: 0,
  recent: [],
});

/** How many points come next. */
export function turnOf({ motion, seen, until }: Stream, speed: Speed): number {
  const wanted = { resting: 0, 'one step': 1, playing: paces[speed], running: runPace }[motion];
  return Math.min(wanted, until - seen);
}

export function streamed(stream: Stream, block: Streamed): Stream {
  const seen = stream.seen + block.count;
  const curve = block.mistakesAt.map((at, i) => [stream.seen + at, stream.mistakes + i + 1] as const);
  const isDone = stream.motion === 'one step' || seen >= stream.until;
  return {
    ...stream,
    past: [...stream.past, momentOf(stream)],
    future: [],
    seen,
    motion: isDone ? 'resting' : stream.motion,
    mistakes: stream.mistakes + block.mistakesAt.length,
    unit: block.unit,
    radiusSquared: Math.max(stream.radiusSquared, block.radiusSquared),
    least: Math.min(stream.least, block.least),
    curve: [...stream.curve, ...curve],
    seconds: stream.seconds + block.seconds,
    recent: [...stream.recent, ...block.recent].slice(-mostRecent),
  };
}

const momentOf = ({ margin, blocks, motion, until, past, future, ...moment }: Stream): StreamMoment => moment;

/** @param index among all that has been drawn, from before the first point on */
export function streamAt(stream: Stream, index: number): Stream {
  const all = [...stream.past, momentOf(stream), ...stream.future];
  const at = Math.min(all.length - 1, Math.max(0, index));
  return { ...stream, motion: 'resting', ...all[at], past: all.slice(0, at), future: all.slice(at + 1) };
}

/** (R/γ)² of the points seen so far, with the line they were drawn around as u; null before the first. */
export const streamBound = ({ radiusSquared, least, seen }: Stream): number | null =>
  seen > 0 ? mistakesWithin(radiusSquared, least) : null;

/** Points a second, or null before the first. */
export const streamSpeed = ({ seen, seconds }: Stream): number | null =>
  seen > 0 && seconds > 0 ? seen / seconds : null;
