/** The drawings of the figure as SVG text: the same at build time and in the page. */

import { contours } from 'd3-contour';
import { short } from '../kit/plane.ts';
import type { Place, PlotSpec } from '../kit/plot.ts';
import type { Frame } from '../kit/plot-frame.ts';
import { lineOf, side } from './compute.ts';
import { momentOf, rangesOf, type State } from './state.ts';

/** Nats: closer together where the loss is low. */
export const levels = [0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1.1, 1.5, 2, 3, 4, 6, 8];

const rough = (at: number): number => Math.round(at * 10) / 10;

function areas(state: State, losses: Float32Array, { x, y }: Frame): string {
  const { across, up } = rangesOf(state);
  const place = ([column, row]: readonly number[]) => {
    // d3 places the value of column i at i + 0.5.
    const at = (index: number, [from, to]: readonly [number, number]) =>
      from + ((to - from) * (index - 0.5)) / (side - 1);
    return `${rough(x(at(column, across)))} ${rough(y(at(row, up)))}`;
  };
  const paths = levels.map((level) =>
    contours()
      .size([side, side])
      .contour(Array.from(losses), level)
      .coordinates.flatMap((polygon) => polygon.map((ring) => `M${ring.map(place).join('L')}Z`))
      .join(''),
  );
  return `<g class="slice-land">${paths.map((d) => (d ? `<path d="${d}"/>` : '')).join('')}</g>`;
}

export function sliceSpec(state: State, id: string, description: string): PlotSpec {
  const { slice } = state;
  const { across, up } = rangesOf(state);
  const titles = {
    random: ['first random direction', 'second random direction'],
    path: ['from the end (0) to the start (1)', 'a random direction'],
  }[state.plane];
  return {
    id,
    title: 'Loss over a plane through the trained network',
    description,
    x: { title: titles[0], domain: across },
    y: { title: titles[1], domain: up },
    aspect: 1,
    series: [],
    below: (frame) => (slice ? areas(state, slice.losses, frame) : ''),
    above({ x, y }) {
      if (!slice) return '';
      const places = slice.shadows.map(({ at }) => [short(x(at[0])), short(y(at[1]))]);
      const [a, b] = places[momentOf(state)];
      return (
        `<g class="slice-trail"><path d="M${places.map((one) => one.join(' ')).join('L')}"/>` +
        `${places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="2.6"/>`).join('')}</g>` +
        `<circle class="slice-walker" cx="${a}" cy="${b}" r="7"/>`
      );
    },
  };
}

export function lineSpec(state: State): PlotSpec {
  const { slice } = state;
  return {
    id: 'slice-line',
    title: 'Loss along the horizontal axis',
    description: 'The loss on the line through the trained network, along the first direction.',
    x: { title: state.plane === 'path' ? 'from the end (0) to the start (1)' : 'first random direction' },
    y: { title: 'loss in nats' },
    series: [
      {
        name: 'loss',
        points: slice ? lineOf(state).map((a, i): Place => [a, slice.line[i]]) : [],
        number: 1,
      },
    ],
    empty: 'Being computed.',
    aspect: 0.55,
  };
}
