/** The figure's questions to its models, and their answers as the state holds them. */

import type { Engine, Fed } from '../kit/engine.ts';
import { gridCount, gridPoints } from '../kit/field.ts';
import { targetOf } from './conventions.ts';
import { hiddenPlane } from './network-view.ts';
import { type Label, plane } from './points.ts';
import { addedFile, areUsual, ruleName } from './rule-graphs.ts';
import {
  type Measured,
  nextExample,
  type Outcome,
  type RuleName,
  rivalOf,
  rules,
  type State,
  type Unit,
  type Update,
  unitOf,
} from './state.ts';

const fed = (shape: readonly number[], data: ArrayLike<number>): Fed => ({
  shape,
  data: Float32Array.from(data),
});

const unitFeeds = ({ weights, bias }: Unit) => ({ weights: fed([2, 1], weights), bias: fed([1], [bias]) });

const label = (positive: boolean): Label => (positive ? 1 : -1);

/** What is asked of the engine here. */
type Runner = Pick<Engine, 'run'>;

/** Runs the rule's training step on the next example: the shipped one, or that of other conventions. */
export function runStep(engine: Runner, state: State): Promise<Update> {
  const { rule, learningRate } = state;
  return stepOn(engine, state, rule, learningRate, unitOf(state));
}

/** What the delta rule, at its usual rate, makes of the same example. */
export const runRival = (engine: Runner, state: State): Promise<Update> =>
  stepOn(engine, state, 'delta', rules.delta.usualRate, rivalOf(state));

async function stepOn(
  engine: Runner,
  state: State,
  rule: RuleName,
  learningRate: number,
  before: Unit,
): Promise<Update> {
  const { labels, ties } = state;
  const example = nextExample(state);
  const point = state.points[example];
  const isShipped = rule === 'delta' || areUsual(labels, ties);
  const [model, file] = isShipped ? [rules[rule].model, 'step.onnx'] : [ruleName(labels, ties), addedFile];
  const outputs = await engine.run(model, file, {
    x: fed([1, 2], point.at),
    target: fed([1, 1], [isShipped ? point.label : targetOf(point.label, labels)]),
    learningRate: fed([], [learningRate]),
    ...unitFeeds(before),
  });
  const [w1, w2] = outputs['weights.next'];
  const after: Unit = { weights: [w1, w2], bias: outputs['bias.next'][0] };
  const mistake = outputs.loss[0] === 1;
  return { example, point, rule, learningRate, sum: outputs.sum[0], mistake, before, after };
}

/** Runs the model shown on the whole plane and on the points. */
export async function measure(
  engine: Runner,
  state: State,
  cells: number,
  compare: boolean,
): Promise<Measured> {
  if (state.view === 'hidden') return measureNetwork(engine, state, cells, compare);
  const model = rules[state.rule].model;
  const unit = await measureUnit(engine, model, unitOf(state), state.points, cells, compare);
  const rival =
    state.view === 'rules'
      ? await measureUnit(engine, rules.delta.model, rivalOf(state), state.points, cells, compare)
      : null;
  return { ...unit, rival, hiddenSpace: null };
}

async function measureUnit(
  engine: Runner,
  model: string,
  unit: Unit,
  points: State['points'],
  cells: number,
  compare: boolean,
) {
  const count = gridCount(cells);
  const places = points.flatMap(({ at }) => at);
  const x = joined(gridPoints(plane, cells), places);
  const feeds = { x: fed([x.length / 2, 2], x), ...unitFeeds(unit) };
  const { sum, answer } = await engine.run(model, 'forward.onnx', feeds, compare);
  const outcomes = Array.from(
    sum.subarray(count),
    (score, i): Outcome => ({ score, answer: label(answer[count + i] > 0) }),
  );
  return { outcomes, field: sum.subarray(0, count) };
}

async function measureNetwork(
  engine: Runner,
  state: State,
  cells: number,
  compare: boolean,
): Promise<Measured> {
  const { parameters } = state.shipped.network[state.networkMoment];
  const count = gridCount(cells);
  const lines = gridLines();
  const places = state.points.flatMap(({ at }) => at);
  const x = joined(gridPoints(plane, cells), places, ...lines);
  const { probability, hidden } = await engine.run(
    'xor-mlp',
    'forward.onnx',
    {
      x: fed([x.length / 2, 2], x),
      'hidden.weights': fed([2, 2], parameters['hidden.weights']),
      'hidden.bias': fed([2], parameters['hidden.bias']),
      'output.weights': fed([2, 1], parameters['output.weights']),
      'output.bias': fed([1], parameters['output.bias']),
    },
    compare,
  );
  // The output unit sees nothing but the two hidden answers: on their plane it is a perceptron.
  const hiddenCells = Math.min(cells, 24);
  const { sum } = await engine.run('perceptron', 'forward.onnx', {
    x: fed([gridCount(hiddenCells), 2], gridPoints(hiddenPlane, hiddenCells)),
    weights: fed([2, 1], parameters['output.weights']),
    bias: fed([1], parameters['output.bias']),
  });
  const points = state.points.map((_, i) => [hidden[2 * (count + i)], hidden[2 * (count + i) + 1]] as const);
  const bent = hidden.subarray(2 * (count + state.points.length));
  return {
    outcomes: state.points.map((_, i) => {
      const score = probability[count + i] - 0.5;
      return { score, answer: label(score > 0) };
    }),
    field: probability.subarray(0, count),
    rival: null,
    hiddenSpace: {
      points,
      lines: lines.map(({ length }, i) => bent.subarray(i * length, (i + 1) * length)),
      field: sum,
    },
  };
}

/** Lines x₁ = constant and x₂ = constant, a quarter apart, as x₁, x₂ of places along them. */
function gridLines(): Float32Array[] {
  const [lowest, highest] = plane.domain;
  const places = Array.from({ length: 33 }, (_, i) => lowest + ((highest - lowest) * i) / 32);
  const marks = places.filter((_, i) => i % 4 === 0);
  return marks.flatMap((mark) => [
    Float32Array.from(places.flatMap((place) => [mark, place])),
    Float32Array.from(places.flatMap((place) => [place, mark])),
  ]);
}

function joined(...parts: readonly ArrayLike<number>[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
