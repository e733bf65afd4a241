/** A million points around a random line, made block by block as they are wanted; never kept. */

import { separableStream } from '../../datasets/separable.ts';
import { random } from '../../trainer/initializers/random.ts';
import type { Unit } from './state.ts';

export const streamSeed = 1962;

export interface Block {
  /** x₁, x₂ of each point in turn. */
  readonly x: Float32Array;
  /** −1 or +1. */
  readonly target: Float32Array;
  /** R² and γ of this block, with the line of the stream as u. */
  readonly radiusSquared: number;
  readonly least: number;
}

export interface StreamSource {
  /** The line of the stream, its vector (b, w₁, w₂) of length 1. */
  readonly line: Unit;
  next(count: number): Block;
}

export function streamSource(margin: number): StreamSource {
  const points = separableStream(margin, random(streamSeed));
  const { normal, through } = points.line;
  const bias = -(normal[0] * through[0] + normal[1] * through[1]);
  const length = Math.hypot(bias, ...normal);
  const line: Unit = { bias: bias / length, weights: [normal[0] / length, normal[1] / length] };
  return {
    line,
    next(count) {
      const { x, target } = points.next(count);
      let [radiusSquared, least] = [0, Number.POSITIVE_INFINITY];
      for (let i = 0; i < count; i++) {
        const [x1, x2] = [x[2 * i], x[2 * i + 1]];
        radiusSquared = Math.max(radiusSquared, 1 + x1 * x1 + x2 * x2);
        least = Math.min(least, target[i] * (line.bias + line.weights[0] * x1 + line.weights[1] * x2));
      }
      return { x, target, radiusSquared, least };
    },
  };
}
