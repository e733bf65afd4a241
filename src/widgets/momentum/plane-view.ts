/** The ravine on the page; its start can be dragged, tapped, or moved by keys. */

import { html } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { legendMarkup } from '../kit/legend.ts';
import { arrowWays, ringPlot } from '../kit/ring-plot.ts';
import type { Action } from './model.ts';
import { planeSpec, racerNumbers } from './plane-markup.ts';
import { racerNames } from './programs.ts';
import { coordinate, racerTitles } from './sentences.ts';
import { domain, type State } from './state.ts';

/** How far an arrow key moves the start, without and with Shift. */
const strides = { small: 0.05, large: 0.25 };

export function planeView(dispatch: (action: Action) => void): Part<State> {
  const startAt = ([a, b]: readonly [number, number]) => {
    const within = (value: number) => Math.round(100 * Math.min(domain[1], Math.max(domain[0], value))) / 100;
    dispatch({ kind: 'set', change: { start: [within(a), within(b)] } });
  };
  const plot = ringPlot<State>({
    spec: (state) => planeSpec(state, 'momentum-plane'),
    ring: ({ settings: { start } }) => ({
      at: start,
      label: `Start at (${start.map(coordinate).join(', ')}). Arrow keys move it.`,
    }),
    onPlace: startAt,
    onKey({ key, shiftKey }, { settings: { start } }) {
      const way = arrowWays[key];
      if (!way) return false;
      const stride = shiftKey ? strides.large : strides.small;
      startAt([start[0] + way[0] * stride, start[1] + way[1] * stride]);
      return true;
    },
  });
  const legend = html('div', { class: 'momentum-legend' });
  legend.innerHTML = `${legendMarkup(
    racerNames.map((racer) => ({ name: racerTitles[racer], number: racerNumbers[racer] })),
  )}<p class="momentum-key">Arrows: <span class="series-5">velocity</span>, <span class="series-6">slope</span>, and the step they make. The cross is the lowest point, the ring the start.</p>`;
  const hint = html(
    'p',
    { class: 'hint' },
    'Drag the start, tap another place, or focus the start and use the arrow keys (Shift for longer ways).',
  );
  return {
    element: html('div', { class: 'momentum-plane' }, plot.element, legend, hint),
    render: plot.render,
  };
}
