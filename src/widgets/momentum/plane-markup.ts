/** The ravine, the racers' paths and the vectors of the next step, as text: the same at build and in the page. */

import { line } from 'd3-shape';
import { contourMarkup, levelsOf } from '../kit/contour-map.ts';
import { short } from '../kit/plane.ts';
import { type Place, type PlotSpec, plotMarkup } from '../kit/plot.ts';
import { type Arrow, arrowMarkup } from '../kit/plot-arrow.ts';
import type { Frame } from '../kit/plot-frame.ts';
import { escaped, type SeriesNumber, seriesSymbol } from '../kit/series.ts';
import { grid } from './compute.ts';
import { type RacerName, racerNames } from './programs.ts';
import { bestWeights } from './ravine.ts';
import { describe } from './sentences.ts';
import { domain, type Moment, type State } from './state.ts';

export const racerNumbers: Readonly<Record<RacerName, SeriesNumber>> = {
  plain: 4,
  momentum: 1,
  nesterov: 2,
  scheduled: 3,
};
const velocityNumber: SeriesNumber = 5;
const gradientNumber: SeriesNumber = 6;

export function planeSpec(state: State, id: string): PlotSpec {
  return {
    id,
    title: 'The ravine',
    description: `Lines of equal loss over two weights, and the paths of four optimizers from one start. ${describe(state)}`,
    x: { title: 'w₁', domain },
    y: { title: 'w₂', domain },
    aspect: 1,
    series: [],
    below: (frame) => landMarkup(state, frame),
    above: (frame) => pathsMarkup(state, frame) + vectorsMarkup(state, frame),
  };
}

export const planeMarkup = (state: State, id: string, width: number): string =>
  plotMarkup(planeSpec(state, id), width);

function landMarkup({ field }: State, frame: Frame): string {
  if (!field) return '';
  const { losses } = field;
  const contours = contourMarkup({ ...grid, values: losses }, levelsOf(losses, 10, 'log'), frame);
  const [x, y] = [frame.x(bestWeights[0]), frame.y(bestWeights[1])];
  return `${contours}<path class="momentum-best" d="M${short(x - 6)} ${short(y)}h12M${short(x)} ${short(y - 6)}v12"/>`;
}

function pathsMarkup({ courses, position, watched }: State, { x, y }: Frame): string {
  if (!courses) return '';
  // The watched racer is drawn last, so that nothing hides it.
  const order = [...racerNames.filter((racer) => racer !== watched), watched];
  return order
    .map((racer) => {
      const { moments, divergedAt } = courses[racer];
      const end = Math.min(position, divergedAt ?? position);
      const places = moments.slice(0, end + 1).map(({ w }): Place => [w[0], w[1]]);
      const path = line<Place>()
        .x(([a]) => clipped(x(a)))
        .y(([, b]) => clipped(y(b)))
        .digits(1)(places);
      const [a, b] = places[places.length - 1];
      const here = `translate(${short(clipped(x(a)))} ${short(clipped(y(b)))})`;
      const at = seriesSymbol(racerNumbers[racer], racer === watched ? 110 : 72);
      return (
        `<g class="series-${racerNumbers[racer]} momentum-racer"${racer === watched ? ' data-watched' : ''}>` +
        `<path class="plot-line" d="${path}"/><path class="plot-symbol" transform="${here}" d="${at}"/></g>`
      );
    })
    .join('');
}

/** Where a path leaves far beyond the drawing, its places are cut off before SVG cannot hold them. */
const clipped = (value: number): number => Math.min(1e4, Math.max(-1e4, value));

/** The parts of the watched racer's next step: velocity, slope, and their sum. */
export function arrowsOf(racer: RacerName, { w, carry, descent, gradientAt }: Moment): Arrow[] {
  const after: Place = [w[0] + carry[0] + descent[0], w[1] + carry[1] + descent[1]];
  const tip: Place = [w[0] + carry[0], w[1] + carry[1]];
  const isAhead = racer === 'nesterov';
  const slopeFrom: Place = isAhead ? tip : [w[0], w[1]];
  const slopeTo: Place = [slopeFrom[0] + descent[0], slopeFrom[1] + descent[1]];
  const carried = Math.hypot(carry[0], carry[1]) > 0;
  const velocity: Arrow = { from: w, to: tip, number: velocityNumber, text: 'velocity' };
  const slope: Arrow = {
    from: isAhead ? gradientAt : slopeFrom,
    to: slopeTo,
    number: gradientNumber,
    text: isAhead && carried ? 'slope there' : 'slope',
  };
  const step: Arrow = { from: w, to: after, number: racerNumbers[racer] };
  return carried ? [velocity, slope, step] : [{ ...slope, text: 'slope = step' }];
}

function watchedMoment({ courses, position, watched }: State): Moment | null {
  const course = courses?.[watched];
  if (!course || (course.divergedAt !== null && position >= course.divergedAt)) return null;
  return course.moments[position];
}

function vectorsMarkup(state: State, frame: Frame): string {
  const moment = watchedMoment(state);
  if (!moment) return '';
  const arrows = arrowsOf(state.watched, moment);
  const ahead = state.watched === 'nesterov' ? aheadMarkup(moment, frame) : '';
  // Names of short arrows would lie on each other: the magnified drawing has them.
  return arrows.map((arrow) => arrowMarkup({ ...arrow, text: '' }, frame)).join('') + ahead;
}

const aheadMarkup = ({ gradientAt }: Moment, { x, y }: Frame): string =>
  `<circle class="momentum-ahead" cx="${short(x(gradientAt[0]))}" cy="${short(y(gradientAt[1]))}" r="4"/>`;

/** The name of the whole step stands at its middle: its head is that of the slope too. */
function stepName(arrows: readonly Arrow[], { x, y }: Frame): string {
  if (arrows.length < 3) return '';
  const { from, to } = arrows[arrows.length - 1];
  const [a, b] = [x((from[0] + to[0]) / 2), y((from[1] + to[1]) / 2)];
  return `<g class="plot-arrow"><text x="${short(a)}" y="${short(b + 16)}" text-anchor="middle">step</text></g>`;
}

/** The next step alone, as large as there is room. */
export function magnifiedSpec(state: State, id: string): PlotSpec {
  const moment = watchedMoment(state);
  const arrows = moment ? arrowsOf(state.watched, moment) : [];
  const ends = arrows.flatMap(({ from, to }) => [from, to]);
  const span = (k: 0 | 1): [number, number] => [
    Math.min(...ends.map((end) => end[k])),
    Math.max(...ends.map((end) => end[k])),
  ];
  const [across, up] = ends.length > 0 ? [span(0), span(1)] : [domain, domain];
  const half = Math.max(across[1] - across[0], up[1] - up[0], 1e-9) * 0.72;
  const around = ([low, high]: readonly [number, number]): [number, number] => [
    (low + high) / 2 - half,
    (low + high) / 2 + half,
  ];
  return {
    id,
    title: 'The next step, magnified',
    description: moment ? describe(state) : 'There is no step to show.',
    x: { title: 'w₁', domain: around(across) },
    y: { title: 'w₂', domain: around(up) },
    aspect: 0.62,
    series: [],
    above: (frame) =>
      moment
        ? arrows.map((arrow) => arrowMarkup(arrow, frame)).join('') +
          stepName(arrows, frame) +
          (state.watched === 'nesterov' ? aheadMarkup(moment, frame) : '')
        : `<text class="plot-empty" x="${(frame.left + frame.right) / 2}" y="${frame.top + 40}" text-anchor="middle">${escaped('diverged')}</text>`,
  };
}
