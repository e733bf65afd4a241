/** The network with parameters from a plane, many points of it in one run. */

import { add, matmul, mul, neg, reduceMean, reduceSum, reshape, tanh } from '../../graph/ops/index.ts';
import { type Graph, graph, type Input, input, type Value } from '../../graph/value.ts';
import type { TrainingHistory } from '../../recipes/model-card.ts';
import spiralMlp, { spiralSet } from '../../recipes/spiral-mlp.ts';
import { logSoftmax } from '../../trainer/losses/cross-entropy.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { difference, filterNormalised, type Plane, perpendicular, shadowOf } from './directions.ts';
import { type Moment, rangesOf, type Slice, type State } from './state.ts';

/** Places along each side of the slice. */
export const side = 31;
export const { training } = spiralSet();
const { parameters } = spiralMlp.build(1);
export const parameterCount = parameters.reduce(
  (sum, { shape }) => sum + shape.reduce((product, length) => product * length, 1),
  0,
);
const units = Object.fromEntries(
  parameters.filter(({ shape }) => shape.length === 2).map(({ name, shape }) => [name, shape[1]]),
);

/** Copies of the network side by side, each at its own place of the plane. */
function copiesOf(count: number): Graph {
  const { batch } = spiralMlp.build(training.count);
  const [a, b] = [input('a', [count, 1, 1]), input('b', [count, 1, 1])];
  const made: Input[] = [];
  const at = (name: string): Value => {
    const { shape } = parameters.find((one) => one.name === name) as Input;
    const as = shape.length === 2 ? [1, ...shape] : [1, 1, ...shape];
    const [base, across, up] = ['base', 'across', 'up'].map((part) => input(`${part} ${name}`, as));
    made.push(base, across, up);
    return add(base, add(mul(a, across), mul(b, up)));
  };
  const layer = (x: Value, name: string): Value => add(matmul(x, at(`${name}.weights`)), at(`${name}.bias`));
  const x = reshape(batch[0], [1, ...batch[0].shape]);
  const logits = layer(tanh(layer(tanh(layer(x, 'first')), 'second')), 'output');
  const each = reduceSum(mul(reshape(batch[1], [1, ...batch[1].shape]), logSoftmax(logits)), [2]);
  return graph('slice', { loss: neg(reduceMean(each, [1])) }, [...batch, a, b, ...made]);
}

/** For all places of the drawing at once, and for a row of them. */
export const sliceGraph = copiesOf(side * side);
const rowGraph = copiesOf(side);

/** The loss at these places of the plane. */
export async function lossesAt(
  runner: GraphRunner,
  plane: Plane,
  places: readonly (readonly [number, number])[],
): Promise<Float32Array> {
  const losses = new Float32Array(places.length);
  const fixed = Object.fromEntries(
    Object.entries(plane).flatMap(([part, numbers]: [string, Numbers]) =>
      Object.entries(numbers).map(([name, data]) => [`${part} ${name}`, data]),
    ),
  );
  const asked = places.length > side ? sliceGraph : rowGraph;
  const most = asked === sliceGraph ? side * side : side;
  for (let from = 0; from < places.length; from += most) {
    const some = places.slice(from, from + most);
    // What is left over is filled up with the first place.
    const [a, b] = [0, 1].map((i) => Float32Array.from({ length: most }, (_, k) => (some[k] ?? some[0])[i]));
    const answer = await runner.run(asked, { x: training.x, target: training.target, a, b, ...fixed });
    losses.set(answer.loss.subarray(0, some.length), from);
  }
  return losses;
}

export function planeOf({ plane, seed, moments }: State): Plane {
  const [first, last] = [moments[0], moments[moments.length - 1]].map((moment) => moment.parameters);
  const drawn = filterNormalised(last, units, seed);
  if (plane === 'random')
    return { base: last, across: drawn, up: filterNormalised(last, units, seed + 1000) };
  const across = difference(first, last);
  return { base: last, across, up: perpendicular(drawn, across) };
}

const along = ([from, to]: readonly [number, number]): number[] =>
  Array.from({ length: side }, (_, i) => from + ((to - from) * i) / (side - 1));

/** Places of the first axis at which the loss along it is drawn. */
export const lineOf = (state: Pick<State, 'plane' | 'span'>): number[] => along(rangesOf(state).across);

export async function measureSlice(runner: GraphRunner, state: State): Promise<Slice> {
  const plane = planeOf(state);
  const { across, up } = rangesOf(state);
  const places = along(up).flatMap((b) => along(across).map((a) => [a, b] as const));
  const shadows = state.moments.map((moment) => shadowOf(moment.parameters, plane));
  return {
    plane,
    losses: await lossesAt(runner, plane, places),
    shadows,
    shadowLosses: await lossesAt(
      runner,
      plane,
      shadows.map(({ at }) => at),
    ),
    line: await lossesAt(
      runner,
      plane,
      lineOf(state).map((a) => [a, 0] as const),
    ),
  };
}

/** The recorded training of the shipped network. */
export const momentsOf = ({ steps, curves, parameters: recorded }: TrainingHistory): Moment[] =>
  steps.map((step, i) => ({
    step,
    loss: curves.loss[i],
    parameters: Object.fromEntries(
      Object.entries(recorded).map(([name, { values }]) => [name, Float32Array.from(values[i])]),
    ),
  }));
