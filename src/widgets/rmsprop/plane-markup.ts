/** The saddle, the racers' paths and the watched one's effective steps, as text: the same at build and in the page. */

import { line } from 'd3-shape';
import { contourMarkup, levelsOf } from '../kit/contour-map.ts';
import { short } from '../kit/plane.ts';
import { type Place, type PlotSpec, plotMarkup } from '../kit/plot.ts';
import { arrowMarkup } from '../kit/plot-arrow.ts';
import type { Frame } from '../kit/plot-frame.ts';
import { type SeriesNumber, seriesSymbol } from '../kit/series.ts';
import { grid, onPlane } from './compute.ts';
import { describe } from './sentences.ts';
import { domain, type RacerName, racerNames, type State } from './state.ts';

export const racerNumbers: Readonly<Record<RacerName, SeriesNumber>> = {
  sgd: 4,
  momentum: 1,
  nesterov: 2,
  adagrad: 3,
  rmsprop: 6,
  adam: 5,
};

export function planeSpec(state: State, id: string): PlotSpec {
  return {
    id,
    title: 'The saddle',
    description: `Lines of equal loss over two weights, and the paths of six optimizers from one start near the ridge. ${describe({ ...state, view: 'saddle' })}`,
    x: { title: 'w₁', domain },
    y: { title: 'w₂', domain },
    aspect: 1,
    series: [],
    below: (frame) => landMarkup(state, frame),
    above: (frame) => pathsMarkup(state, frame) + stepMarkup(state, frame),
  };
}

export const planeMarkup = (state: State, id: string, width: number): string =>
  plotMarkup(planeSpec(state, id), width);

function landMarkup({ field, settings }: State, frame: Frame): string {
  if (!field) return '';
  // The corners are high; levels up to twice the loss at 0 show the floor.
  const floor = Float32Array.from(field.losses, (loss) => Math.min(loss, 2.2));
  const land = contourMarkup({ ...grid, values: floor }, levelsOf(floor, 16), frame);
  const at = (first: number, second: number) => {
    const [a, b] = onPlane([first, second], settings.turned);
    return `${short(frame.x(a))} ${short(frame.y(b))}`;
  };
  const ridge = `<path class="saddle-ridge" d="M${at(0, -3)}L${at(0, 3)}"/>`;
  const saddles = [1, -1].map(
    (side) => `<path class="saddle-point" d="M${at(0, side)}m-5-5l10 10m0-10l-10 10"/>`,
  );
  const minima = [1, -1].map((side) => `<path class="saddle-minimum" d="M${at(side, 0)}m-6 0h12m-6-6v12"/>`);
  return land + ridge + saddles.join('') + minima.join('');
}

function pathsMarkup({ courses, position, watched }: State, { x, y }: Frame): string {
  if (!courses) return '';
  // The watched racer is drawn last, so that nothing hides it.
  const order = [...racerNames.filter((racer) => racer !== watched), watched];
  return order
    .map((racer) => {
      const { moments, divergedAt } = courses[racer];
      const end = Math.min(position, divergedAt ?? position);
      const places = moments.slice(0, end + 1).map(({ w }): Place => [clipped(x(w[0])), clipped(y(w[1]))]);
      const path = line<Place>().digits(1)(places);
      const [a, b] = places[places.length - 1];
      const outline = seriesSymbol(racerNumbers[racer], racer === watched ? 120 : 80);
      return (
        `<g class="series-${racerNumbers[racer]} saddle-racer"${racer === watched ? ' data-watched' : ''}>` +
        `<path class="plot-line" d="${path}"/><path class="plot-symbol" transform="translate(${short(a)} ${short(b)})" d="${outline}"/></g>`
      );
    })
    .join('');
}

/** Where a path leaves far beyond the drawing, its places are cut off before SVG cannot hold them. */
const clipped = (value: number): number => Math.min(1e4, Math.max(-1e4, value));

/** The watched racer's next step, one arrow for each weight. */
function stepMarkup({ courses, position, watched }: State, frame: Frame): string {
  const course = courses?.[watched];
  if (!course || (course.divergedAt !== null && position >= course.divergedAt)) return '';
  const next = course.moments[position + 1]?.w;
  if (!next) return '';
  const { w } = course.moments[position];
  const number = racerNumbers[watched];
  return (
    arrowMarkup({ from: w, to: [next[0], w[1]], number }, frame) +
    arrowMarkup({ from: w, to: [w[0], next[1]], number }, frame)
  );
}
