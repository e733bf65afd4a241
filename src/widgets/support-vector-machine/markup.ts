/** The drawing of the figure as SVG text: the same at build time and in the page. */

import { contours } from 'd3-contour';
import { short } from '../kit/plane.ts';
import type { PlotSpec, Series } from '../kit/plot.ts';
import type { Frame } from '../kit/plot-frame.ts';
import { domain, side } from './compute.ts';
import { isSupport, type State, violates } from './state.ts';

/** The line of one score, closed along the edges of the drawing, which cut it off. */
function line(land: Float32Array, level: number, { x, y }: Frame): string {
  // d3 places the value of column i at i + 0.5.
  const at = (index: number) => domain[0] + ((domain[1] - domain[0]) * (index - 0.5)) / (side - 1);
  return contours()
    .size([side, side])
    .contour(Array.from(land), level)
    .coordinates.flat()
    .map((ring) => `M${ring.map(([a, b]) => `${short(x(at(a)))} ${short(y(at(b)))}`).join('L')}Z`)
    .join('');
}

function land({ machine }: State, frame: Frame): string {
  if (!machine) return '';
  const path = (level: number) => line(machine.land, level, frame);
  return (
    `<g class="svm-land"><path class="svm-side" d="${path(0)}"/>` +
    `<path class="svm-margin" d="${path(-1)}"/><path class="svm-margin" d="${path(1)}"/>` +
    `<path class="svm-boundary" d="${path(0)}"/></g>`
  );
}

function rings(state: State, { x, y }: Frame): string {
  const circles = (state.machine?.points ?? []).filter(isSupport).map((point) => {
    const kind = violates(state, point) ? 'svm-violating' : 'svm-support';
    return `<circle class="${kind}" cx="${short(x(point.x))}" cy="${short(y(point.y))}" r="8"/>`;
  });
  return `<g>${circles.join('')}</g>`;
}

export const classes = [
  { name: 'class +1', label: 1, number: 1 },
  { name: 'class −1', label: -1, number: 2 },
] as const;

export function svmSpec(state: State, id: string, description: string): PlotSpec {
  const points = state.machine?.points ?? [];
  return {
    id,
    title: 'Points of two classes, the boundary and its margin',
    description,
    x: { title: 'x₁', domain },
    y: { title: 'x₂', domain },
    aspect: 1,
    series: classes.map(
      ({ name, label, number }): Series => ({
        name,
        number,
        as: 'points',
        points: points.filter((point) => point.label === label).map(({ x, y }) => [x, y]),
      }),
    ),
    below: (frame) => land(state, frame),
    above: (frame) => rings(state, frame),
    empty: 'Being solved for.',
  };
}

/** What the signs of the drawing mean, besides the classes. */
export const signs =
  '<ul class="svm-signs" role="list">' +
  '<li><svg viewBox="-16 -8 32 16" aria-hidden="true"><path class="svm-boundary" d="M-14 0H14"/></svg>boundary, score 0</li>' +
  '<li><svg viewBox="-16 -8 32 16" aria-hidden="true"><path class="svm-margin" d="M-14 0H14"/></svg>margin, score ±1</li>' +
  '<li><svg viewBox="-8 -8 16 16" aria-hidden="true"><circle class="svm-support" r="6.5"/></svg>on the margin</li>' +
  '<li><svg viewBox="-8 -8 16 16" aria-hidden="true"><circle class="svm-violating" r="6.5"/></svg>violates it</li>' +
  '</ul>';
