/** The same points as the delta rule's unit answers them, beside those of the perceptron rule. */

import { html, setAttributes, svg } from '../kit/dom.ts';
import { fieldMarkup } from '../kit/field.ts';
import type { Part } from '../kit/fold.ts';
import { framedMarkup, type Plane, pointsMarkup, size } from '../kit/plane.ts';
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
      const right = outcomes.map(({ score }, i) => score * points[i].label > 0);
      drawing.innerHTML = framedMarkup(
        rivalPlane,
        fieldMarkup(rivalPlane, field, Number.EPSILON, [-1, 1]),
        pointsMarkup(
          rivalPlane,
          points.map((point, i) => ({ ...point, right: right[i] })),
        ),
      );
      setAttributes(drawing, {
        'aria-label': `The delta rule has ${right.filter(Boolean).length} of ${points.length} points on the right side.`,
      });
    },
  };
}
