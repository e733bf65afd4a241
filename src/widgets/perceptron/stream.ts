/** What is known of a run of the perceptron rule over a stream of points, each of which it sees once. */

import { mistakesWithin } from './bound.ts';
import { type Unit, zero } from './state.ts';

/** Points that are streamed. */
export const streamLength = 1_000_000;

/** Least distances of the points from the line that separates them, of which the reader chooses one. */
export const streamMargins = [0.2, 0.08, 0.04, 0.02, 0.01] as const;

/** How many points one run of a model takes. */
export const blockSizes = { one: 1, block: 4096 } as const;
export type Blocks = keyof typeof blockSizes;

export interface Stream {
  readonly margin: number;
  readonly blocks: Blocks;
  readonly running: boolean;
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
}

export const emptyStream = (margin: number, blocks: Blocks): Stream => ({
  margin,
  blocks,
  running: false,
  seen: 0,
  mistakes: 0,
  unit: zero,
  radiusSquared: 0,
  least: Number.POSITIVE_INFINITY,
  curve: [],
  seconds: 0,
});

export function streamed(stream: Stream, block: Streamed): Stream {
  const seen = stream.seen + block.count;
  const curve = block.mistakesAt.map((at, i) => [stream.seen + at, stream.mistakes + i + 1] as const);
  return {
    ...stream,
    seen,
    running: stream.running && seen < streamLength,
    mistakes: stream.mistakes + block.mistakesAt.length,
    unit: block.unit,
    radiusSquared: Math.max(stream.radiusSquared, block.radiusSquared),
    least: Math.min(stream.least, block.least),
    curve: [...stream.curve, ...curve],
    seconds: stream.seconds + block.seconds,
  };
}

/** (R/γ)² of the points seen so far, with the line they were drawn around as u; null before the first. */
export const streamBound = ({ radiusSquared, least, seen }: Stream): number | null =>
  seen > 0 ? mistakesWithin(radiusSquared, least) : null;

/** Points a second, or null before the first. */
export const streamSpeed = ({ seen, seconds }: Stream): number | null =>
  seen > 0 && seconds > 0 ? seen / seconds : null;
