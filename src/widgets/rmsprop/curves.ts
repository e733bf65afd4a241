/** Plots over steps: the racers' losses, the watched one's divisors, the recurrent network's gradients. */

import type { Place, PlotSpec } from '../kit/plot.ts';
import type { SeriesNumber } from '../kit/series.ts';
import { arrivedBelow, lossAt } from './compute.ts';
import { racerNumbers } from './plane-markup.ts';
import { racerTitles, remedyTitles } from './sentences.ts';
import {
  type Pair,
  type Remedy,
  racerNames,
  remedies,
  type State,
  shownTrainingStep,
  steps,
  trainingSteps,
} from './state.ts';

/** How far the loss still is from its least value, as far as float32 can tell. */
const least = 1e-7;

export function lossSpec({ courses, position }: State): PlotSpec {
  return {
    id: 'rmsprop-loss',
    title: 'Loss above the minimum',
    description: `How far the six optimizers are from the least loss over ${steps} steps, on a logarithmic scale. The level line is the finish.`,
    x: { title: 'Step', domain: [0, steps] },
    y: { title: 'Loss − least loss', kind: 'log', domain: [least, 10] },
    marks: [
      { x: position, text: `step ${position}` },
      { y: arrivedBelow - lossAt.minimum, text: 'finish' },
    ],
    series: racerNames.map((racer) => {
      const course = courses?.[racer];
      const moments = course?.moments.slice(0, course.divergedAt ?? steps + 1) ?? [];
      return {
        name: racerTitles[racer],
        number: racerNumbers[racer],
        points: moments.map(({ loss }, at): Place => [at, Math.max(loss - lossAt.minimum, least)]),
      };
    }),
  };
}

const axes = [0, 1] as const;
const names = ['w₁', 'w₂'];
/** Sizes below this are drawn there, or one that passes through zero would take all the room. */
const smallest = 1e-8;

/** The moments of the watched racer that can be drawn. */
const momentsOf = ({ courses, watched }: State) =>
  courses?.[watched].moments.slice(0, courses[watched].divergedAt ?? steps + 1) ?? [];

/** A size at every step but those where there is none: a logarithm has no place for 0. */
const sizes = (all: readonly (number | null)[]): Place[] =>
  all.flatMap((value, at) =>
    value === null || value === 0 ? [] : [[at, Math.max(Math.abs(value), smallest)] as const],
  );

/** √v and the size of the gradient, for each weight. */
export function scaleSpec(state: State): PlotSpec {
  const { position, watched } = state;
  const moments = momentsOf(state);
  const divides = moments.some(({ scale }) => scale !== null);
  return {
    id: 'rmsprop-scale',
    title: divides
      ? `What ${racerTitles[watched]} divides by, and what it divides`
      : `The gradient; ${racerTitles[watched]} divides by nothing`,
    description:
      'For each weight: the size of its part of the gradient, and the root by which it is divided.',
    x: { title: 'Step', domain: [0, steps] },
    y: { title: 'Size', kind: 'log' },
    marks: [{ x: position, text: `step ${position}` }],
    series: [
      ...(divides
        ? axes.map((axis) => ({
            name: `√v of ${names[axis]}`,
            number: (axis === 0 ? 1 : 4) as SeriesNumber,
            points: sizes(moments.map(({ scale }) => scale?.[axis] ?? null)),
          }))
        : []),
      ...axes.map((axis) => ({
        name: `|g| of ${names[axis]}`,
        number: (axis === 0 ? 2 : 3) as SeriesNumber,
        points: sizes(moments.map(({ gradient }) => gradient[axis])),
      })),
    ],
  };
}

/** How far each weight moves in the next step, beside what the gradient times the learning rate would move it. */
export function stepSpec(state: State): PlotSpec {
  const { position, watched, settings } = state;
  const moments = momentsOf(state);
  const moves = moments
    .slice(0, -1)
    .map(({ w }, at): Pair => [moments[at + 1].w[0] - w[0], moments[at + 1].w[1] - w[1]]);
  const rate = settings.rates[watched];
  return {
    id: 'rmsprop-step',
    title: `How far ${racerTitles[watched]} moves each weight`,
    description:
      'For each weight: the length of each step, and the learning rate times the gradient, which is what plain descent would take.',
    x: { title: 'Step', domain: [0, steps] },
    y: { title: 'Length', kind: 'log' },
    marks: [{ x: position, text: `step ${position}` }],
    series: [
      ...axes.map((axis) => ({
        name: `step of ${names[axis]}`,
        number: (axis === 0 ? 1 : 4) as SeriesNumber,
        points: sizes(moves.map((move) => move[axis])),
      })),
      ...axes.map((axis) => ({
        name: `η |g| of ${names[axis]}`,
        number: (axis === 0 ? 2 : 3) as SeriesNumber,
        points: sizes(moments.map(({ gradient }) => rate * gradient[axis])),
      })),
    ],
  };
}

const remedyNumbers: Readonly<Record<Remedy, SeriesNumber>> = { none: 4, clipping: 1, rmsprop: 6 };

function trainingPlot(state: State, of: 'norms' | 'losses'): PlotSpec['series'] {
  return remedies.map((remedy) => ({
    name: remedyTitles[remedy],
    number: remedyNumbers[remedy],
    points: state.runs[remedy][of].map((value, i): Place => [i + 1, value]),
  }));
}

/** Where the reader looks, unless that is at the end. */
function stepMark(state: State): { x: number; text: string }[] {
  const step = shownTrainingStep(state);
  return step > 0 && step < trainingSteps ? [{ x: step, text: `step ${step}` }] : [];
}

export const normSpec = (state: State): PlotSpec => ({
  id: 'rmsprop-norms',
  title: 'Length of the gradient at each step',
  description:
    'The norm of the whole gradient of a recurrent network, before clipping, at each training step, on a logarithmic scale, for three ways of training from the same start.',
  x: { title: 'Training step', domain: [0, trainingSteps] },
  y: { title: 'Norm of the gradient', kind: 'log', domain: [1e-4, 100] },
  marks: [{ y: state.training.limit, text: `clipped above ${state.training.limit}` }, ...stepMark(state)],
  series: trainingPlot(state, 'norms'),
  empty: 'training',
});

export const trainingLossSpec = (state: State): PlotSpec => ({
  id: 'rmsprop-training-loss',
  title: 'Loss at each step',
  description: 'Cross-entropy of the same three runs; ln 4 is what guessing costs.',
  x: { title: 'Training step', domain: [0, trainingSteps] },
  y: { title: 'Loss in nats', domain: [0, 4] },
  marks: [{ y: Math.log(4), text: 'guessing, ln 4' }, ...stepMark(state)],
  series: trainingPlot(state, 'losses'),
  empty: 'training',
});
