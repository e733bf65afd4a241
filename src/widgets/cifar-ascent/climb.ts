/** The figure's questions to the step graph: what comes next, from where a climb stands. */

import { drawings } from '../../datasets/drawings/index.ts';
import { rasterise } from '../../datasets/drawings/rasterise.ts';
import { jitter, noise } from '../../recipes/cifar-ascent.ts';
import { random } from '../../trainer/initializers/random.ts';
import type { Feeds, Numbers, Steps } from '../kit/engine.ts';
import { type Climb, type Frame, mostSteps } from './state.ts';

/** The picture before the first step. */
export const startOf = ({ start, seed }: Climb): Float32Array =>
  start === 'grey' ? noise(random(seed), 0.02) : rasterise(drawings[start]);

/** What step after step is fed, from the first to one beyond the last. */
export function batchesOf({ target, stepSize, decay, blur, jitter: by, seed }: Climb): Feeds[] {
  const draw = random(seed + 1000);
  const oneHot = Float32Array.from({ length: 10 }, (_, i) => (i === target ? 1 : 0));
  const scalar = (value: number) => ({ shape: [], data: Float32Array.of(value) });
  const settings = { stepSize: scalar(stepSize), decay: scalar(decay), blur: scalar(blur) };
  return Array.from({ length: mostSteps + 1 }, () => ({
    ...settings,
    target: { shape: [1, 10], data: oneHot },
    shift: { shape: [3, 1, 5, 5], data: jitter(draw, by) },
  }));
}

/**
 * From the last of the frames to the next few. A frame's score comes from the step that leaves it, so one step
 * more than frames is taken, and its picture thrown away.
 *
 * @param frames those that there are; none before the first
 * @param count  frames to add
 */
export function stepsTo(climb: Climb, frames: readonly Frame[], count: number): Steps {
  const first = frames.length;
  const last = frames.at(-1);
  // The frame at hand is left again, with the same shift, to get to the next.
  const from = Math.max(0, first - 1);
  return {
    state: { x: { shape: [1, 3, 32, 32], data: last?.picture ?? startOf(climb) } },
    carried: [{ from: 'x', to: 'x.next' }],
    batches: batchesOf(climb).slice(from, first + count),
    keep: ['x.next', 'score', 'probability'],
  };
}

/** The frames that the steps lead to; the first is the start itself where there was none. */
export function framesFrom(climb: Climb, frames: readonly Frame[], kept: readonly Numbers[]): Frame[] {
  const first = frames.at(-1)?.picture ?? startOf(climb);
  const all = kept.map(
    ({ score, probability }, i): Frame => ({
      picture: i === 0 ? first : kept[i - 1]['x.next'],
      score: score[0],
      probability,
    }),
  );
  return frames.length === 0 ? all : all.slice(1);
}
