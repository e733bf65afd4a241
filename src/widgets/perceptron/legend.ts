/** What the symbols of the plot mean. */

import { html } from '../kit/dom.ts';

export function legend(): HTMLElement {
  const element = html('p', { class: 'legend' });
  element.innerHTML =
    '<span><svg viewBox="-10 -10 20 20" aria-hidden="true"><circle r="7" class="legend-positive"/></svg>wants +1</span>' +
    '<span><svg viewBox="-10 -10 20 20" aria-hidden="true"><rect x="-6" y="-6" width="12" height="12" class="legend-negative"/></svg>wants −1</span>' +
    '<span><svg viewBox="-10 -10 20 20" aria-hidden="true"><circle r="7" class="legend-wrong"/></svg>hollow: wrong</span>';
  return element;
}
