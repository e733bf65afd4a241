/** The graphs that the figure runs, each made once, and the loss at given places. */

import type { Graph, StepGraph } from '../../graph/value.ts';
import { landscape } from '../../recipes/landscape.ts';
import { descentStep, type Reduction } from '../../recipes/two-parameters.ts';
import type { GraphRunner } from '../kit/graph-runner.ts';
import type { Parameters, Problem } from './problems.ts';
import type { Here } from './state.ts';

const known = new Map<string, Graph>();
/** The same question is always the same graph, so that it is encoded and opened once. */
export function once<G extends Graph>(key: string, make: () => G): G {
  const graphs = known as Map<string, G>;
  const made = graphs.get(key) ?? make();
  graphs.set(key, made);
  return made;
}

interface Question {
  readonly copies: number;
  readonly batchSize: number;
  readonly batch: 'shared' | 'own';
  readonly reduction: Reduction;
  readonly curvature?: boolean;
}
export const landscapeOf = (problem: Problem, question: Question): Graph =>
  once(`landscape ${problem.model} ${JSON.stringify(question)}`, () => landscape(problem.predict, question));

export const stepOf = (problem: Problem, batchSize: number, reduction: Reduction): StepGraph =>
  once(`step ${problem.model} ${batchSize} ${reduction}`, () =>
    descentStep(problem.model, problem.predict, batchSize, reduction),
  );

export const repeated = (value: number, count: number): Float32Array => new Float32Array(count).fill(value);
export const picked = (from: Float32Array, batches: readonly (readonly number[])[]): Float32Array =>
  Float32Array.from(batches.flat(), (example) => from[example]);

/** The loss over all examples at these places. */
export async function lossesAt(
  runner: GraphRunner,
  problem: Problem,
  reduction: Reduction,
  places: readonly Parameters[],
): Promise<Float32Array> {
  const { x, target, count } = problem.examples;
  const asked = landscapeOf(problem, { copies: places.length, batchSize: count, batch: 'shared', reduction });
  const [slope, intercept] = [0, 1].map((i) => Float32Array.from(places, (place) => place[i]));
  return (await runner.run(asked, { x, target, slope, intercept })).loss;
}

export async function lookHere(
  runner: GraphRunner,
  problem: Problem,
  reduction: Reduction,
  [w, b]: Parameters,
): Promise<Here> {
  const { x, target, count } = problem.examples;
  const asked = landscapeOf(problem, {
    copies: 1,
    batchSize: count,
    batch: 'shared',
    reduction,
    curvature: true,
  });
  const answer = await runner.run(asked, {
    x,
    target,
    slope: Float32Array.of(w),
    intercept: Float32Array.of(b),
  });
  const first = Object.fromEntries(Object.entries(answer).map(([name, [one]]) => [name, one]));
  return {
    loss: first.loss,
    gradient: [first.slopeGradient, first.interceptGradient],
    slopeSlope: first.slopeSlope,
    slopeIntercept: first.slopeIntercept,
    interceptIntercept: first.interceptIntercept,
  };
}
