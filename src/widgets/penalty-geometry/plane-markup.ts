/** The plane of two weights as text: the same at build and in the page. */

import { line } from 'd3-shape';
import { contourMarkup, levelsOf } from '../kit/contour-map.ts';
import type { LegendItem } from '../kit/legend.ts';
import { short } from '../kit/plane.ts';
import { type PlotSpec, plotMarkup } from '../kit/plot.ts';
import type { Frame } from '../kit/plot-frame.ts';
import { type SeriesNumber, seriesSymbol } from '../kit/series.ts';
import { ballOutline, costOf } from './balls.ts';
import { grid } from './compute.ts';
import type { Pair } from './problems.ts';
import { type DecayName, decayNames } from './programs.ts';
import { decayTitles, drawnSentence, penaltyTitles } from './sentences.ts';
import { domain, type State, solutionOf } from './state.ts';

export const decayNumbers: Readonly<Record<DecayName, SeriesNumber>> = {
  none: 4,
  coupled: 1,
  decoupled: 2,
};
const pathNumber: SeriesNumber = 1;

export function planeSpec(state: State, id: string): PlotSpec {
  return {
    id,
    title: state.view === 'budget' ? 'Loss and budget' : 'Three descents',
    description: drawnSentence(state),
    x: { title: 'w₁', domain },
    y: { title: 'w₂', domain },
    aspect: 1,
    series: [],
    below: (frame) => landMarkup(state, frame),
    above: (frame) =>
      axesOfZero(frame) + (state.view === 'budget' ? budgetMarkup(state, frame) : raceMarkup(state, frame)),
  };
}

export const planeMarkup = (state: State, id: string, width: number): string =>
  plotMarkup(planeSpec(state, id), width);

export const legendOf = ({ view, settings }: State): LegendItem[] =>
  view === 'budget'
    ? [{ name: `best weights along λ, ${penaltyTitles[settings.penalty]}`, number: pathNumber }]
    : decayNames.map((decay) => ({ name: decayTitles[decay], number: decayNumbers[decay] }));

function landMarkup({ field }: State, frame: Frame): string {
  if (!field) return '';
  const values = field.losses;
  return contourMarkup({ ...grid, values }, levelsOf(values, 11, 'log'), frame);
}

/** Where a weight is zero: the corners of the diamond lie on these lines. */
const axesOfZero = ({ x, y, left, right, top, bottom }: Frame): string =>
  `<path class="geometry-zero" d="M${short(x(0))} ${top}V${bottom}M${left} ${short(y(0))}H${right}"/>`;

const cross = ([a, b]: Pair, { x, y }: Frame): string =>
  `<path class="geometry-best" d="M${short(x(a) - 6)} ${short(y(b))}h12M${short(x(a))} ${short(y(b) - 6)}v12"/>`;

function budgetMarkup(state: State, frame: Frame): string {
  const { path, field } = state;
  const solution = solutionOf(state);
  if (!path || !solution) return '';
  const { x, y } = frame;
  const { penalty, convention } = path.settings;
  const outline = (places: readonly Pair[]) => places.map(([a, b]) => `${short(x(a))} ${short(y(b))}`);
  const ball = outline(ballOutline(costOf(solution.w, penalty, convention), penalty, convention));
  const touching =
    field && state.place > 0
      ? contourMarkup({ ...grid, values: field.losses }, [solution.loss], frame)
          .replace(/<path class="plot-contour-area"[^>]*>/g, '')
          .replace('plot-contour', 'geometry-touching')
      : '';
  const way = outline(path.solutions.map(({ w }) => w));
  const dots = way.map((at) => `M${at}h0`).join('');
  const here = `translate(${short(x(solution.w[0]))} ${short(y(solution.w[1]))})`;
  return (
    `<path class="geometry-ball" d="M${ball.join('L')}Z"/>${touching}${cross(path.solutions[0].w, frame)}` +
    `<g class="series-${pathNumber}"><path class="plot-line" d="M${way.join('L')}"/><path class="geometry-dots" d="${dots}"/>` +
    `<path class="plot-symbol" transform="${here}" d="${seriesSymbol(pathNumber, 110)}"/></g>`
  );
}

function raceMarkup({ race, step, path }: State, frame: Frame): string {
  if (!race) return '';
  const { x, y } = frame;
  const { courses, lowest } = race.result;
  // Where a path leaves far beyond the drawing, its places are cut off before SVG cannot hold them.
  const clipped = (value: number) => Math.min(1e4, Math.max(-1e4, value));
  const trails = decayNames.map((decay) => {
    const { weights, divergedAt } = courses[decay];
    const places = weights.slice(0, Math.min(step, divergedAt ?? step) + 1);
    const [a, b] = places[places.length - 1];
    const trail = line<Pair>()
      .x(([one]) => clipped(x(one)))
      .y(([, other]) => clipped(y(other)))
      .digits(1)(places);
    const here = `translate(${short(clipped(x(a)))} ${short(clipped(y(b)))})`;
    return (
      `<g class="series-${decayNumbers[decay]} geometry-descent"><path class="plot-line" d="${trail}"/>` +
      `<path class="plot-symbol" transform="${here}" d="${seriesSymbol(decayNumbers[decay], 80)}"/></g>`
    );
  });
  const best = path && path.settings.data === race.settings.data ? cross(path.solutions[0].w, frame) : '';
  const ring = `<circle class="geometry-ridge" cx="${short(x(lowest[0]))}" cy="${short(y(lowest[1]))}" r="9"/>`;
  return trails.join('') + best + ring;
}
