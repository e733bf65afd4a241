/** Runs an optimizer in float64 on a small problem and gives its path: what the optimizer tests assert on. */

import { evaluate } from '../../../src/graph/evaluate.ts';
import { mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, input, type Value } from '../../../src/graph/value.ts';
import type { Optimizer } from '../../../src/trainer/optimizers/optimizer.ts';
import type { Schedule } from '../../../src/trainer/schedules/schedule.ts';
import { trainingStep } from '../../../src/trainer/step.ts';

export interface Path {
  /** The parameter after each step. */
  readonly points: number[][];
  /** The optimizer's memory after the last step, by role. */
  readonly memory: Record<string, number[]>;
}

export interface Descent {
  readonly from: readonly number[];
  readonly learningRate: number | Schedule;
  readonly steps?: number;
  readonly of?: (w: Value) => Value;
  /** The gradient of each step, instead of a loss to take it from. */
  readonly gradients?: readonly (readonly number[])[];
  /** Further scalars: a number for each step. */
  readonly schedules?: Readonly<Record<string, Schedule>>;
  /** What the memory starts with, by role; zeros where nothing is said. */
  readonly memory?: Readonly<Record<string, readonly number[]>>;
}

/** Follows the optimizer down the loss `of`, or along given gradients. */
export function descend(optimizer: Optimizer, descent: Descent): Path {
  const { from, learningRate, gradients, schedules = {}, memory = {} } = descent;
  const w = input('w', [from.length]);
  const push = input('push', [from.length]);
  // The loss push · w has the gradient `push`, whatever w is.
  const loss = descent.of ? descent.of(w) : reduceSum(mul(push, w));
  const step = trainingStep({ name: 'descent', batch: [], parameters: [w], loss, optimizer });
  const points: number[][] = [];
  let state: Record<string, ArrayLike<number>> = { w: from };
  for (const { from: one } of step.carried)
    if (one !== w)
      state[one.name] =
        memory[one.name.slice('w.'.length)] ?? new Array(one.shape.reduce((a, b) => a * b, 1)).fill(0);
  for (let t = 1; t <= (gradients?.length ?? descent.steps ?? 1); t++) {
    const scalars = Object.fromEntries(
      Object.entries(schedules).map(([name, schedule]) => [name, [schedule(t)]]),
    );
    const rate = typeof learningRate === 'number' ? learningRate : learningRate(t);
    const outputs = evaluate(step, {
      ...state,
      ...scalars,
      learningRate: [rate],
      ...(gradients && { push: gradients[t - 1] }),
    });
    state = Object.fromEntries(step.carried.map(({ from: one, to }) => [one.name, outputs[to].data]));
    points.push([...Array.from(state['w'])]);
  }
  delete state['w'];
  return {
    points,
    memory: Object.fromEntries(
      Object.entries(state).map(([name, data]) => [name.slice('w.'.length), Array.from(data)]),
    ),
  };
}

/** The path of one number, as a flat list. */
export const path = (optimizer: Optimizer, descent: Descent): number[] =>
  descend(optimizer, descent).points.map(([w]) => w);

/** The same gradient again and again. */
export const constantGradient = (g: number, steps: number): number[][] =>
  Array.from({ length: steps }, () => [g]);

/** ½ Σ λᵢ wᵢ², a bowl with these curvatures; its least value is at 0. */
export const quadratic =
  (...curvatures: readonly number[]) =>
  (w: Value): Value =>
    mul(0.5, reduceSum(mul(constant(curvatures), mul(w, w))));

/** How much shorter each of the last `over` steps' distance from 0 is than the one before, on average. */
export function rateOf(points: readonly (readonly number[])[], over: number): number {
  const distance = (point: readonly number[]) => Math.hypot(...point);
  const last = points.length - 1;
  return (distance(points[last]) / distance(points[last - over])) ** (1 / over);
}
