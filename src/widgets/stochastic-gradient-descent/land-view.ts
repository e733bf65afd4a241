/** The landscape with the walker, whose start can be dragged, tapped or moved by keys. */

import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { arrowWays, ringPlot } from '../kit/ring-plot.ts';
import { landSpec, magnification } from './markup.ts';
import type { Action } from './model.ts';
import { type Parameters, problemOf } from './problems.ts';
import { describe } from './sentences.ts';
import type { State } from './state.ts';

/** Shares of the landscape's side that an arrow key moves the start, without and with Shift. */
const strides = { small: 1 / 55, large: 1 / 11 };

export function landView(dispatch: (action: Action) => void): Part<State> {
  const startAt = (to: Parameters, { course: { problem } }: State) => {
    const { slope, intercept } = problemOf(problem);
    const start: Parameters = [within(to[0], slope), within(to[1], intercept)];
    dispatch({ kind: 'change course', change: { start } });
  };
  const plot = ringPlot<State>({
    spec: (state) => landSpec(state, 'land', describe(state)),
    ring: ({ course: { start } }) => ({
      at: start,
      label: `Start: slope ${formatNumber(start[0])}, intercept ${formatNumber(start[1])}. Arrow keys move it.`,
    }),
    onPlace: startAt,
    onKey({ key, shiftKey }, state) {
      const way = arrowWays[key];
      if (!way) return false;
      const { problem, start } = state.course;
      const { slope } = problemOf(problem);
      const stride = (shiftKey ? strides.large : strides.small) * (slope[1] - slope[0]);
      startAt([start[0] + way[0] * stride, start[1] + way[1] * stride], state);
      return true;
    },
  });
  const legend = html(
    'ul',
    { class: 'land-legend', role: 'list' },
    ...[
      ['walker', 'walker'],
      ['trail', 'way so far'],
      ['slope-arrow', 'average step'],
      ['cloud', 'steps of 256 possible batches'],
      ['floor', 'lowest place'],
    ].map(([name, text]) =>
      html(
        'li',
        { 'data-item': name },
        html('span', { class: `land-key land-key-${name}`, 'aria-hidden': 'true' }),
        text,
      ),
    ),
  );
  const scale = html('p', { class: 'land-scale' });
  const hint = html(
    'p',
    { class: 'hint' },
    'The ring is the start: drag it, tap another place, or focus it and use the arrow keys (Shift for longer ways).',
  );
  return {
    element: html('div', { class: 'descent-land' }, plot.element, legend, scale, hint),
    render(state) {
      plot.render(state);
      const factor = magnification(state);
      setText(
        scale,
        factor === 1
          ? 'Arrow and cloud are drawn to scale: their ends are where the next step would lead.'
          : `Arrow and cloud are drawn ${factor} times as long as the next step.`,
      );
      legend.querySelector('[data-item="floor"]')?.toggleAttribute('hidden', state.fog);
    },
  };
}

/** To three decimals, so that a link holds the place exactly. */
const within = (value: number, [from, to]: readonly [number, number]): number =>
  Number(Math.min(to, Math.max(from, value)).toFixed(3));
