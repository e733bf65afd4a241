/** The latest points of the stream, the line that separates them all, and the boundary that the unit has come to. */

import { html, setAttributes, svg } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { framedMarkup, type Plane, pointsMarkup, size } from '../kit/plane.ts';
import { lineMarkup } from './plot-markup.ts';
import { plane } from './points.ts';
import { describeUnit } from './sentences.ts';
import { type State, sameUnit, type Unit, zero } from './state.ts';
import type { Stream } from './stream.ts';
import { streamSource } from './stream-source.ts';

const streamPlane: Plane = { ...plane, id: 'perceptron-stream-plane' };

export function streamPlaneView(): Part<State> {
  const drawing = svg('svg', { class: 'plane', viewBox: `0 0 ${size} ${size}`, role: 'img' });
  const key = html(
    'p',
    { class: 'hint' },
    'The latest forty points. Dashed: the line around which all points are drawn, and how far they keep away from it. Solid: the boundary of the unit.',
  );
  let drawn: Stream | null = null;
  let line: { readonly margin: number; readonly unit: Unit } | null = null;
  return {
    element: html('div', {}, drawing, key),
    render({ stream }) {
      if (stream === drawn) return;
      drawn = stream;
      const { margin, unit, recent, seen } = stream;
      if (line?.margin !== margin) line = { margin, unit: streamSource(margin).line };
      drawing.innerHTML = framedMarkup(
        streamPlane,
        linesMarkup(line.unit, margin, unit),
        pointsMarkup(streamPlane, recent, 40),
      );
      setAttributes(drawing, {
        'aria-label': sameUnit(unit, zero)
          ? `The line of the stream, ${describeUnit(line.unit)}, before the first point.`
          : `The latest ${recent.length} of ${seen.toLocaleString('en')} points, the line of the stream, ${describeUnit(line.unit)}, and the boundary of the unit, ${describeUnit(unit)}.`,
      });
    },
  };
}

function linesMarkup(line: Unit, margin: number, unit: Unit): string {
  const length = Math.hypot(...line.weights);
  const beside = [-margin, margin].map((by) =>
    lineMarkup(streamPlane, { ...line, bias: line.bias + by * length }, 'stream-margin'),
  );
  const own = unit.weights.some((weight) => weight !== 0)
    ? lineMarkup(streamPlane, unit, 'stream-boundary')
    : '';
  return beside.join('') + lineMarkup(streamPlane, line) + own;
}
