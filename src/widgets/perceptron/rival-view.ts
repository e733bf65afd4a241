/** The same points as the delta rule's unit answers them, beside those of the perceptron rule. */

import { html, setAttributes, svg } from '../kit/dom.ts';
import { fieldMarkup } from '../kit/field.ts';
import type { Part } from '../kit/fold.ts';
import {
  axesMarkup,
  clipMarkup,
  clipped,
  gridMarkup,
  horizontal,
  type Plane,
  short,
  size,
  symbolPath,
  symbolRadius,
  vertical,
} from '../kit/plane.ts';
import { plane } from './points.ts';
import type { State } from './state.ts';

const rivalPlane: Plane = { ...plane, id: 'perceptron-rival' };

export function rivalView(): Part<State> {
  const drawing = svg('svg', { class: 'plane', viewBox: `0 0 ${size} ${size}`, role: 'img' });
  let drawn: State['measured'] = null;
  return {
    element: html(
      'div',
      {},
      html('p', { class: 'panel-title' }, 'The delta rule on the same examples'),
      drawing,
    ),
    render(state) {
      const { measured, points } = state;
      if (!measured?.rival || measured === drawn) return;
      drawn = measured;
      const { outcomes, field } = measured.rival;
      const [x, y] = [horizontal(rivalPlane), vertical(rivalPlane)];
      const right = outcomes.map(({ score }, i) => score * points[i].label > 0);
      const symbols = points
        .map(
          ({ at, label }, i) =>
            `<g class="point" data-label="${label}" data-right="${right[i]}" transform="translate(${short(x(at[0]))} ${short(y(at[1]))})">` +
            `<path class="point-symbol" d="${symbolPath(label, symbolRadius(points.length))}"/></g>`,
        )
        .join('');
      drawing.innerHTML =
        `<defs>${clipMarkup(rivalPlane)}</defs>` +
        `<g ${clipped(rivalPlane)}>${fieldMarkup(rivalPlane, field, Number.EPSILON, [-1, 1])}</g>` +
        `${gridMarkup(rivalPlane)}${axesMarkup(rivalPlane)}${symbols}`;
      setAttributes(drawing, {
        'aria-label': `The delta rule has ${right.filter(Boolean).length} of ${points.length} points on the right side.`,
      });
    },
  };
}
