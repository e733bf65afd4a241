/** The saddle on the page, and what its marks mean. A tap watches the racer nearest to it. */

import { html } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { type Frame, frameOf } from '../kit/plot-frame.ts';
import { watchWidth } from '../kit/width.ts';
import type { Action } from './model.ts';
import { planeSpec, racerNumbers } from './plane-markup.ts';
import { racerTitles } from './sentences.ts';
import { racerNames, type State } from './state.ts';

/** Farther than this from every racer, in pixels, a tap means none. */
const reach = 24;

export const raceLegend = (): string =>
  `${legendMarkup(racerNames.map((racer) => ({ name: racerTitles[racer], number: racerNumbers[racer] })))}` +
  '<p class="saddle-key">Upright crosses: the two minima. Slanted crosses: the saddle points, on the dashed ridge. Arrows: the next step of the one watched, weight by weight.</p>';

export function planeView(dispatch: (action: Action) => void): Part<State> {
  let state: State | undefined;
  let width = 0;
  let frame: Frame | undefined;
  const drawing = html('div', { class: 'saddle-drawing' });
  const legend = html('div', { class: 'saddle-legend' });
  legend.innerHTML = raceLegend();
  watchWidth(drawing, (now) => {
    width = now;
    draw();
  });
  drawing.addEventListener('click', (event) => {
    if (!state?.courses || !frame) return;
    const { left, top } = drawing.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    for (const racer of racerNames) {
      const [a, b] = state.courses[racer].moments[state.position].w;
      if (Math.hypot(frame.x(a) - x, frame.y(b) - y) < reach) return dispatch({ kind: 'watch', racer });
    }
  });

  function draw(): void {
    if (!state || width === 0) return;
    const spec = planeSpec(state, 'saddle-plane');
    frame = frameOf(spec, width);
    drawing.innerHTML = plotMarkup(spec, width);
  }

  return {
    element: html('div', { class: 'saddle' }, drawing, legend),
    render(next) {
      if (next === state) return;
      state = next;
      draw();
    },
  };
}
