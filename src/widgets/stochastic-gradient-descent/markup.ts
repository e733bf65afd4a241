/** The drawings of the figure as SVG text: the same at build time and in the page. */

import { contours } from 'd3-contour';
import { short } from '../kit/plane.ts';
import { type Place, type PlotSpec, plotMarkup } from '../kit/plot.ts';
import type { Frame } from '../kit/plot-frame.ts';
import { along, gridSide } from './compute.ts';
import { type Problem, problemOf } from './problems.ts';
import { batchShare, type Measured, placeOf, type State, type Surface, stepsShown } from './state.ts';

const bands = 14;

/** Levels that lie closer together near the floor, where the walk ends: quadratic between lowest and highest. */
export function levelsOf({ losses, floor }: Surface): number[] {
  const highest = Math.max(...losses);
  return Array.from(
    { length: bands },
    (_, i) => floor.loss + (highest - floor.loss) * ((i + 0.5) / bands) ** 2,
  );
}

/** Places of the contour in the units of the drawing. */
function levelPath({ losses }: Surface, problem: Problem, { x, y }: Frame, level: number): string {
  const place = ([column, row]: readonly number[]) => {
    // d3 places the value of column i at i + 0.5.
    const share = [column, row].map((one) => (one - 0.5) / (gridSide - 1));
    const at = [problem.slope, problem.intercept].map(([from, to], i) => from + (to - from) * share[i]);
    return `${rough(x(at[0]))} ${rough(y(at[1]))}`;
  };
  return contours()
    .size([gridSide, gridSide])
    .contour(Array.from(losses), level)
    .coordinates.flatMap((polygon) => polygon.map((ring) => `M${ring.map(place).join('L')}Z`))
    .join('');
}

/** Layers of equal thickness: the higher the loss, the more of them lie above each other. */
export const landMarkup = (surface: Surface, problem: Problem, frame: Frame): string =>
  `<g class="land">${levelsOf(surface)
    .map((level) => `<path d="${levelPath(surface, problem, frame, level)}"/>`)
    .join('')}</g>`;

/** How much longer than the step the arrow and the cloud are drawn, so that they can be seen. */
export function magnification(state: State): number {
  const { measured, course } = state;
  if (!measured) return 1;
  const { slope } = problemOf(course.problem);
  const { mean, spread } = measured.cloud;
  const reach = course.learningRate * (Math.hypot(...mean) + spread);
  const wanted = (slope[1] - slope[0]) * 0.12;
  const factors = [1, 2, 5, 10, 20, 50, 100];
  return factors.find((factor) => reach * factor >= wanted) ?? 100;
}

/** Where each minibatch of the cloud would take the walker, and where the average would. */
function cloudMarkup(state: State, measured: Measured, { x, y }: Frame): string {
  const scale = state.course.learningRate * magnification(state);
  const { at, cloud, here } = measured;
  const tip = ([a, b]: Place) => [x(at[0] - scale * a), y(at[1] - scale * b)] as const;
  // Strokes without length and with round ends: dots in few letters.
  const dots = cloud.gradients
    .map(tip)
    .map(([a, b]) => `M${rough(clamped(a))} ${rough(clamped(b))}h0`)
    .join('');
  const share = batchShare(state.course);
  const [a, b] = tip([here.gradient[0] * share, here.gradient[1] * share]);
  return `<path class="cloud" d="${dots}"/>${arrowMarkup([x(at[0]), y(at[1])], [a, b])}`;
}

function arrowMarkup([x0, y0]: Place, [x1, y1]: Place): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 1)) return '';
  const [u, v] = [(x1 - x0) / length, (y1 - y0) / length];
  const back = Math.min(9, length * 0.5);
  const side = (sign: number) =>
    `${short(x1 - back * u + sign * back * 0.5 * v)} ${short(y1 - back * v - sign * back * 0.5 * u)}`;
  return (
    `<path class="slope-arrow" d="M${short(x0)} ${short(y0)}L${short(x1)} ${short(y1)}"/>` +
    `<path class="slope-head" d="M${short(x1)} ${short(y1)}L${side(1)}L${side(-1)}Z"/>`
  );
}

function trailMarkup(state: State, { x, y }: Frame): string {
  const places = [state.course.start, ...state.trail.slice(0, stepsShown(state)).map(({ after }) => after)];
  // What is far away would only make the numbers in the file long.
  const near = places.map(([a, b]) => [clamped(x(a)), clamped(y(b))] as const);
  const path = near.map(([a, b]) => `${short(a)} ${short(b)}`).join('L');
  const dots = near.map(([a, b]) => `<circle cx="${short(a)}" cy="${short(b)}" r="2.2"/>`).join('');
  const [last] = near.slice(-1);
  return (
    `<g class="trail"><path d="M${path}"/>${near.length <= 150 ? dots : ''}</g>` +
    `<circle class="walker" cx="${short(last[0])}" cy="${short(last[1])}" r="7"/>`
  );
}

/** A tenth of a pixel is enough for what is drawn by the hundred. */
const rough = (at: number): number => Math.round(at * 10) / 10;

const clamped = (at: number): number => Math.max(-2000, Math.min(3000, Number.isFinite(at) ? at : 3000));

/** @param id unique in the page */
export function landSpec(state: State, id: string, description: string): PlotSpec {
  const problem = problemOf(state.course.problem);
  const { surface, measured, fog } = state;
  const at = placeOf(state);
  return {
    id,
    title: 'Loss over both parameters',
    description,
    x: { title: 'slope', domain: problem.slope },
    y: { title: 'intercept', domain: problem.intercept },
    aspect: 1,
    series: [],
    below(frame) {
      if (!surface) return '';
      const land = landMarkup(surface, problem, frame);
      if (!fog) return land + floorMarkup(surface, frame);
      const sight = ((frame.right - frame.left) * 9) / 100;
      const clear = `cx="${short(frame.x(at[0]))}" cy="${short(frame.y(at[1]))}" r="${short(sight)}"`;
      return (
        `<clipPath id="${id}-sight"><circle ${clear}/></clipPath>` +
        `<rect class="fog" x="${frame.left}" y="${frame.top}" width="${frame.right - frame.left}" height="${frame.bottom - frame.top}"/>` +
        `<g clip-path="url(#${id}-sight)"><circle class="clear" ${clear}/>${land}</g><circle class="sight" ${clear}/>`
      );
    },
    above: (frame) => (measured ? cloudMarkup(state, measured, frame) : '') + trailMarkup(state, frame),
  };
}

function floorMarkup({ floor }: Surface, { x, y }: Frame): string {
  const [a, b] = [short(x(floor.at[0])), short(y(floor.at[1]))];
  return `<path class="floor" d="M${a} ${b}m-6 0h12m-6 -6v12"/>`;
}

export const landMarkupOf = (state: State, id: string, description: string, width: number): string =>
  plotMarkup(landSpec(state, id, description), width);

/** The data, the minibatch of the latest step, and what the model answers now. */
export function dataSpec(state: State, id: string): PlotSpec {
  const { course, measured, trail } = state;
  const problem = problemOf(course.problem);
  const { x, target } = problem.examples;
  const shown = stepsShown(state);
  const latest = new Set(shown > 0 ? trail[shown - 1].batch : []);
  const places = Array.from(x, (one, i): Place => [one, target[i]]);
  const curve = along(problem.x, measured?.curve.length ?? 2).map(
    (at, i): Place => [at, measured?.curve[i] ?? Number.NaN],
  );
  return {
    id,
    title: 'The data and what the model makes of them',
    description: `${problem.formula}; the marked examples were in the latest minibatch.`,
    x: { title: 'x', domain: problem.x },
    y: { title: 'y', domain: problem.y },
    series: [
      { name: 'examples', as: 'points', points: places.filter((_, i) => !latest.has(i)), number: 1 },
      { name: 'latest batch', as: 'points', points: places.filter((_, i) => latest.has(i)), number: 2 },
      { name: 'the model', points: curve, number: 5 },
    ],
    aspect: 0.6,
  };
}

/** The loss over all examples and on each minibatch, step by step. */
export function lossSpec(state: State, id: string): PlotSpec {
  const shown = stepsShown(state);
  const steps = state.trail.slice(0, shown);
  const finite = (value: number) => (Number.isFinite(value) && value < 1e9 ? value : Number.NaN);
  const all: Place[] = [
    ...(state.surface ? [[0, state.surface.startLoss] as const] : []),
    ...steps.map(({ loss }, i): Place => [i + 1, finite(loss)]),
  ];
  return {
    id,
    title: 'Loss by step',
    description: 'The loss over all examples after each step, and that of each minibatch before its step.',
    x: { title: 'step', domain: [0, Math.max(10, shown)] },
    y: { title: 'loss', kind: 'log' },
    series: [
      {
        name: 'the minibatch',
        as: 'points',
        points: steps.map(({ batchLoss }, i): Place => [i, finite(batchLoss)]),
        number: 2,
      },
      { name: 'all examples', points: all, number: 1 },
    ],
    marks: state.surface ? [{ y: state.surface.floor.loss, text: 'lowest' }] : [],
    empty: 'No step yet.',
    aspect: 0.6,
  };
}
