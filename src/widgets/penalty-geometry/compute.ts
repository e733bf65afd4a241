/** The figure's questions to its graphs, and their answers as the state holds them. */

import { random } from '../../trainer/initializers/random.ts';
import { landscapePoints } from '../kit/contour-map.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { mix } from './balls.ts';
import { allOf, count, lossesGraph, type Pair, type ProblemName, problems } from './problems.ts';
import {
  batchSize,
  type Convention,
  type DecayName,
  decayNames,
  decayStep,
  type PenaltyName,
  penalisedStep,
} from './programs.ts';
import {
  type Course,
  domain,
  type Race,
  raceSteps,
  type Settings,
  type Solution,
  strengths,
} from './state.ts';

/** The points of the plane at which the loss is drawn. */
export const grid = { x: domain, y: domain, columns: 61, rows: 61 } as const;

export const fieldOf = (runner: GraphRunner, data: ProblemName): Promise<Float32Array> =>
  lossesAt(runner, data, landscapePoints(grid));

async function lossesAt(runner: GraphRunner, data: ProblemName, w: Float32Array): Promise<Float32Array> {
  return (await runner.run(lossesGraph(w.length / 2), { ...allOf(data), w })).loss;
}

/** Steps after which the weights of every strength stand still. */
export const [solvingSteps, solvingRate] = [800, 0.2];

/** The best weights under each of these strengths, found by descent from zero. */
export async function solve(
  runner: GraphRunner,
  data: ProblemName,
  form: { readonly penalty: PenaltyName; readonly convention: Convention },
  list: readonly number[],
): Promise<Solution[]> {
  const { penalty, convention } = form;
  const share = penalty === 'elastic' ? mix : 1;
  const batch = {
    ...allOf(data),
    learningRate: Float32Array.of(solvingRate),
    l1: Float32Array.from(list, (strength) => strength * share),
    l2: Float32Array.from(list, (strength) => strength * (penalty === 'elastic' ? 1 - mix : 1)),
  };
  const records = await runner.steps(penalisedStep(penalty, convention, list.length), {
    initial: {},
    batches: Array.from({ length: solvingSteps }, () => batch),
    keep: ['w.next'],
  });
  const w = records[records.length - 1]['w.next'];
  const losses = await lossesAt(runner, data, w);
  return list.map((_, i) => ({ w: [w[2 * i], w[2 * i + 1]], loss: losses[i] }));
}

export const pathOf = (runner: GraphRunner, { data, ...form }: Settings): Promise<Solution[]> =>
  solve(runner, data, form, strengths);

/** The minibatches of the race: in a new order in each epoch, the same for all who run. */
export function raceBatches(data: ProblemName): Numbers[] {
  const { x, target } = problems[data].examples;
  const perEpoch = count / batchSize;
  return Array.from({ length: raceSteps }, (_, step) => {
    const order = random(1 + Math.floor(step / perEpoch)).permutation(count);
    const from = (step % perEpoch) * batchSize;
    const chosen = [...order.subarray(from, from + batchSize)];
    return {
      x: Float32Array.from(chosen.flatMap((one) => [x[2 * one], x[2 * one + 1]])),
      target: Float32Array.from(chosen, (one) => target[one]),
    };
  });
}

/** The same descent without decay, with decay in the gradient and with decay beside the step. */
export async function race(runner: GraphRunner, settings: Settings): Promise<Race> {
  const { data, strength } = settings;
  const courses: [DecayName, Course][] = [];
  for (const decay of decayNames) courses.push([decay, await courseOf(runner, decay, settings)]);
  const [lowest] = await solve(runner, data, { penalty: 'l2', convention: 'half' }, [strength]);
  return { courses: Object.fromEntries(courses) as Race['courses'], lowest: lowest.w };
}

async function courseOf(runner: GraphRunner, decay: DecayName, settings: Settings): Promise<Course> {
  const { data, optimizer, learningRate, strength } = settings;
  const fixed = { learningRate: Float32Array.of(learningRate), strength: Float32Array.of(strength) };
  const records = await runner.steps(decayStep(optimizer, decay), {
    initial: {},
    batches: raceBatches(data).map((batch) => ({ ...batch, ...fixed })),
    keep: ['w.next'],
  });
  const lost: Pair = [Number.NaN, Number.NaN];
  const weights = Array.from({ length: raceSteps + 1 }, (_, step): Pair => {
    if (step === 0) return [0, 0];
    const next = records[step - 1]?.['w.next'];
    return next ? [next[0], next[1]] : lost;
  });
  const losses = [...(await lossesAt(runner, data, Float32Array.from(weights.flat())))];
  const limit = 1000 * losses[0];
  const divergedAt = losses.findIndex((loss) => !(loss < limit));
  return { weights, losses, divergedAt: divergedAt < 0 ? null : divergedAt };
}
