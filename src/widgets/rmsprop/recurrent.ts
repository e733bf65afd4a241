/** The recurrent network of this figure: its training steps under three ways to deal with large gradients. */

import { gradients } from '../../graph/autodiff.ts';
import { add, mul, reduceSum, sqrt } from '../../graph/ops/index.ts';
import type { StepGraph, Value } from '../../graph/value.ts';
import { recallExamples, recallNetwork, recallRun, recallStart } from '../../recipes/recall-network.ts';
import { random } from '../../trainer/initializers/random.ts';
import { clipByGlobalNorm, optimizers } from '../../trainer/optimizers/index.ts';
import { trainingStep } from '../../trainer/step.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { type Remedy, type Run, rmspropRate, type Training, trainingSteps } from './state.ts';

const { batchSize, startSeed, dataSeed } = recallRun;
/** How many steps are taken before the figure is drawn again. */
const portion = 20;

const built = new Map<string, StepGraph>();

/** One training step, with the norm of the whole gradient, as backpropagation gave it, as a further output. */
export function recurrentStep(remedy: Remedy, limit: number): StepGraph {
  const name = remedy === 'clipping' ? `recall-clipping-${limit}` : `recall-${remedy}`;
  const known = built.get(name);
  if (known) return known;
  const { batch, parameters, measures } = recallNetwork(batchSize);
  const whole = gradients(measures.loss, parameters);
  const optimizer = {
    none: () => optimizers.sgd(),
    clipping: () => clipByGlobalNorm(optimizers.sgd(), { limit, gradients: whole }),
    rmsprop: () => optimizers.rmsprop({ decay: 0.9 }),
  }[remedy]();
  const step = trainingStep({ name, batch, parameters, loss: measures.loss, optimizer });
  const squares = whole.map((gradient): Value => reduceSum(mul(gradient, gradient)));
  const outputs = { gradientNorm: sqrt(squares.reduce(add)), accuracy: measures.accuracy };
  const made = { ...step, outputs: { ...step.outputs, ...outputs } };
  built.set(name, made);
  return made;
}

let sequences: ReturnType<typeof recallExamples> | undefined;

/** The batch of a step, from 0: every run sees the same sequences in the same order. */
function batchAt(step: number, rate: number): Numbers {
  sequences ??= recallExamples(batchSize * trainingSteps, dataSeed);
  const { x, target, count } = sequences;
  const part = (data: Float32Array) => {
    const each = (data.length / count) * batchSize;
    return data.slice(step * each, (step + 1) * each);
  };
  return { x: part(x), target: part(target), learningRate: Float32Array.of(rate) };
}

/** Trains from the same start under one remedy, and hands over what has come out so far every few steps. */
export async function* train(runner: GraphRunner, remedy: Remedy, training: Training): AsyncGenerator<Run> {
  const graph = recurrentStep(remedy, training.limit);
  const rate = remedy === 'rmsprop' ? rmspropRate : training.rate;
  const carried = graph.carried.map(({ to }) => to);
  let state: Numbers = recallStart(training.gain, random(startSeed));
  let run: Run = { norms: [], losses: [], accuracies: [] };
  for (let from = 0; from < trainingSteps; from += portion) {
    const batches = Array.from({ length: portion }, (_, i) => batchAt(from + i, rate));
    const keep = ['gradientNorm', 'loss', 'accuracy', ...carried];
    const records = await runner.steps(graph, { initial: state, batches, keep });
    const column = (name: string) => records.map((record) => record[name][0]);
    run = {
      norms: [...run.norms, ...column('gradientNorm')],
      losses: [...run.losses, ...column('loss')],
      accuracies: [...run.accuracies, ...column('accuracy')],
    };
    yield run;
    if (records.length < portion) return;
    const last = records[records.length - 1];
    state = Object.fromEntries(graph.carried.map(({ from: one, to }) => [one.name, last[to]]));
  }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** The share of right answers over the last steps. */
export const lateAccuracy = ({ accuracies }: Run): number => mean(accuracies.slice(-20));
export const largestNorm = ({ norms }: Run): { norm: number; step: number } => {
  const norm = Math.max(...norms);
  return { norm, step: norms.indexOf(norm) + 1 };
};
