/** The walk itself: the step graph, run in a loop. */

import type { GraphRunner } from '../kit/graph-runner.ts';
import { lossesAt, picked, stepOf } from './graphs.ts';
import { type Parameters, problemOf } from './problems.ts';
import { batchOfStep } from './sampling.ts';
import { isLost, type State, type Step } from './state.ts';

/** Steps asked for in one message, at most. */
export const mostAtOnce = 32;

/** Runs the step graph on from the end of the trail. @returns fewer steps where the walker gets lost */
export async function descend(runner: GraphRunner, state: State, count: number): Promise<Step[]> {
  const { problem: name, batchSize, learningRate, reduction, sampling, seed, start } = state.course;
  const problem = problemOf(name);
  const { x, target } = problem.examples;
  const of = { count: problem.examples.count, batchSize, seed };
  const many = Math.min(count, mostAtOnce);
  const batches = Array.from({ length: many }, (_, i) => batchOfStep(state.trail.length + i, sampling, of));
  const [w, b] = state.trail.at(-1)?.after ?? start;
  const records = await runner.steps(stepOf(problem, batchSize, reduction), {
    initial: { slope: Float32Array.of(w), intercept: Float32Array.of(b) },
    batches: batches.map((batch) => ({
      x: picked(x, [batch]),
      target: picked(target, [batch]),
      learningRate: Float32Array.of(learningRate),
    })),
    keep: ['loss', 'slope.next', 'intercept.next'],
  });
  const places = records.map((one): Parameters => [one['slope.next'][0], one['intercept.next'][0]]);
  const end = places.findIndex(isLost);
  const kept = end < 0 ? places : places.slice(0, end + 1);
  // As many places as may ever be asked about, so that one graph answers every time.
  const padded = Array.from({ length: mostAtOnce }, (_, i) => kept[i] ?? kept[0]);
  const losses = await lossesAt(runner, problem, reduction, padded);
  return kept.map((after, i) => ({
    batch: batches[i],
    batchLoss: records[i].loss[0],
    after,
    loss: losses[i],
  }));
}
