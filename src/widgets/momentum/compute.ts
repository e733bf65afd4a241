/** The figure's questions to its graphs, and their answers as the state holds them. */

import { landscapePoints } from '../kit/contour-map.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { bestRate, bestTuning, type Method, stepsTo } from './closed-form.ts';
import { memoryOf, programGraph, programOf, type RacerName, racerNames } from './programs.ts';
import { components, lossesGraph, type Pair, ravineExamples } from './ravine.ts';
import { scalarsAt } from './schedule.ts';
import {
  type Course,
  type Courses,
  domain,
  type Measured,
  type Moment,
  type Settings,
  steps,
} from './state.ts';

/** The points of the plane at which the loss is drawn. */
export const grid = { x: domain, y: domain, columns: 81, rows: 81 } as const;

/** The losses at the points of the grid. */
export async function fieldOf(runner: GraphRunner, condition: number): Promise<Float32Array> {
  const weights = landscapePoints(grid);
  const feeds = { ...examplesOf(condition), weights };
  return (await runner.run(lossesGraph(grid.columns * grid.rows), feeds)).loss;
}

function examplesOf(condition: number): Numbers {
  const { x, target } = ravineExamples(condition);
  return { x, target };
}

/** Runs all racers from the same start, each by its own training step. */
export async function race(runner: GraphRunner, settings: Settings): Promise<Courses> {
  const entries: [RacerName, Course][] = [];
  for (const racer of racerNames) entries.push([racer, await courseOf(runner, racer, settings)]);
  return Object.fromEntries(entries) as Record<RacerName, Course>;
}

export async function courseOf(runner: GraphRunner, racer: RacerName, settings: Settings): Promise<Course> {
  const examples = examplesOf(settings.condition);
  const name = programOf(racer, settings.convention);
  const memory = memoryOf[name];
  const scalars = Array.from({ length: steps + 1 }, (_, i) => scalarsAt(racer, settings, i + 1));
  const records = await runner.steps(programGraph(name), {
    initial: { w: Float32Array.from(settings.start) },
    batches: scalars.map(({ learningRate, momentum }) => ({
      ...examples,
      learningRate: Float32Array.of(learningRate),
      ...(memory && { momentum: Float32Array.of(momentum) }),
    })),
    keep: ['gradient', 'w.next', ...(memory ? [`${memory}.next`] : [])],
  });
  // A run ends early where its numbers cease to be finite.
  const missing = { gradient: unknown, 'w.next': unknown, ...(memory && { [`${memory}.next`]: unknown }) };
  const whole = scalars.map((_, i) => records[i] ?? missing);
  const drafts = whole.map((record, i) =>
    momentOf(name, i === 0 ? null : whole[i - 1], record, scalars[i], scalars[i - 1] ?? scalars[i], settings),
  );
  const losses = await lossesAt(
    runner,
    settings.condition,
    drafts.map(({ w }) => w),
  );
  const moments = drafts.map((draft, i): Moment => ({ ...draft, loss: losses[i] }));
  const limit = 1000 * Math.max(moments[0].loss, 1e-3);
  const divergedAt = moments.findIndex(({ loss }) => !(loss < limit));
  return { moments, divergedAt: divergedAt < 0 ? null : divergedAt };
}

async function lossesAt(
  runner: GraphRunner,
  condition: number,
  points: readonly Pair[],
): Promise<Float32Array> {
  const weights = Float32Array.from(points.flat());
  return (await runner.run(lossesGraph(points.length), { ...examplesOf(condition), weights })).loss;
}

const unknown = Float32Array.of(Number.NaN, Number.NaN);

interface Scalars {
  readonly learningRate: number;
  readonly momentum: number;
}

/** One moment, from what the step before it left behind and what the step after it answers. */
function momentOf(
  name: ReturnType<typeof programOf>,
  previous: Numbers | null,
  record: Numbers,
  now: Scalars,
  before: Scalars,
  { start }: Settings,
): Omit<Moment, 'loss'> {
  const stored = previous ? pair(previous['w.next']) : start;
  const memory = memoryOf[name];
  const remembered: Pair = previous && memory ? pair(previous[`${memory}.next`]) : [0, 0];
  const gradient = pair(record.gradient);
  const { learningRate } = now;
  const descent = times(-learningRate, gradient);
  // How far the stored point looks ahead of the point itself.
  const ahead =
    name === 'nesterov'
      ? remembered
      : name === 'pytorchNesterov'
        ? times(-before.learningRate * before.momentum, remembered)
        : ([0, 0] as const);
  const carry =
    name === 'momentum'
      ? times(-learningRate * now.momentum, remembered)
      : name === 'sutskeverMomentum'
        ? times(now.momentum, remembered)
        : ahead;
  const w = plus(stored, times(-1, ahead));
  // The inner form of Nesterov's method is fed the momentum of the next step; what carried this one is shown.
  const momentum = name === 'nesterov' ? before.momentum : name === 'sgd' ? 0 : now.momentum;
  return { w, gradientAt: stored, gradient, carry, descent, learningRate, momentum };
}

const pair = (numbers: ArrayLike<number>): Pair => [numbers[0], numbers[1]];
const plus = (a: Pair, b: Pair): Pair => [a[0] + b[0], a[1] + b[1]];
const times = (factor: number, [a, b]: Pair): Pair => [factor * a, factor * b];

/** The error shrinks to this fraction of itself in a measured run. */
export const fraction = 1e-3;
export const measuredConditions = [2, 5, 10, 20, 50, 100, 200] as const;

/** Counts the steps that each method needs at its best settings, by running it. */
export async function measureAt(runner: GraphRunner, condition: number): Promise<Measured> {
  const count = async (method: Method) => {
    const tuning = bestTuning(method, condition);
    const name = programOf(method, 'outside');
    const memory = memoryOf[name];
    const most = Math.ceil(3 * stepsTo(fraction, bestRate(method, condition))) + 20;
    const batch = {
      ...examplesOf(condition),
      learningRate: Float32Array.of(tuning.learningRate),
      ...(memory && { momentum: Float32Array.of(tuning.momentum) }),
    };
    const start: Pair = [-1.2, 0.2];
    const records = await runner.steps(programGraph(name), {
      initial: { w: Float32Array.from(start) },
      batches: Array.from({ length: most }, () => batch),
      keep: ['w.next'],
    });
    const size = (w: Pair) => Math.hypot(...components(w));
    const limit = fraction * size(start);
    // The last step outside, plus one: momentum may come near and leave again.
    return records.findLastIndex((record) => !(size(pair(record['w.next'])) < limit)) + 2;
  };
  return {
    condition,
    plain: await count('plain'),
    momentum: await count('momentum'),
    nesterov: await count('nesterov'),
  };
}
