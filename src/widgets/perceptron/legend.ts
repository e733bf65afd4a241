/** What the symbols of the plot mean. */

import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { labelText } from './conventions.ts';
import type { State } from './state.ts';

export function legend(): Part<State> {
  const element = html('p', { class: 'legend' });
  element.innerHTML =
    '<span><svg viewBox="-10 -10 20 20" aria-hidden="true"><circle r="7" class="legend-positive"/></svg><b></b></span>' +
    '<span><svg viewBox="-10 -10 20 20" aria-hidden="true"><rect x="-6" y="-6" width="12" height="12" class="legend-negative"/></svg><b></b></span>' +
    '<span><svg viewBox="-10 -10 20 20" aria-hidden="true"><circle r="7" class="legend-wrong"/></svg>hollow: wrong</span>';
  const [positive, negative] = element.querySelectorAll('b');
  return {
    element,
    render({ labels }) {
      setText(positive, `wants ${labelText(1, labels)}`);
      setText(negative, `wants ${labelText(-1, labels)}`);
    },
  };
}
