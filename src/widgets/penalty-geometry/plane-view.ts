/** The plane of two weights on the page; the budget can be dragged, tapped, or moved by keys. */

import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { legendMarkup } from '../kit/legend.ts';
import { formatNumber } from '../kit/number-format.ts';
import { ringPlot } from '../kit/ring-plot.ts';
import type { Action } from './model.ts';
import { legendOf, planeSpec } from './plane-markup.ts';
import { placeText } from './sentences.ts';
import { type State, solutionOf, strengths } from './state.ts';

const keys = {
  budget:
    'Dotted: where a weight is zero. The cross has the lowest loss; the area is all that costs no more.',
  decay: 'The cross has the lowest loss; the ring, the lowest with the L2 penalty added.',
};
const hint =
  'Drag the ring, tap a place to spend what it costs, or focus the ring and use the arrow keys (Home and End for the ends).';

export function planeView(dispatch: (action: Action) => void): Part<State> {
  /** The ring is the best that a budget buys; without budget there is none. */
  const held = (state: State) => (state.view === 'budget' ? solutionOf(state) : null);
  const plot = ringPlot<State>({
    spec: (state) => planeSpec(state, 'geometry-plane'),
    ring(state) {
      const solution = held(state);
      return solution
        ? {
            at: solution.w,
            label: `Budget at λ = ${formatNumber(strengths[state.place])}, weights ${placeText(solution.w)}. Arrow keys tighten and loosen it.`,
          }
        : null;
    },
    onPlace: (weights) => dispatch({ kind: 'spend', weights }),
    onKey({ key }, { place }) {
      const to: Readonly<Record<string, number>> = {
        ArrowLeft: place + 1,
        ArrowDown: place + 1,
        ArrowRight: place - 1,
        ArrowUp: place - 1,
        Home: 0,
        End: strengths.length - 1,
      };
      if (!(key in to)) return false;
      dispatch({ kind: 'go to', moment: to[key] });
      return true;
    },
  });
  const legend = html('div', {});
  const key = html('p', { class: 'geometry-key' });
  const tip = html('p', { class: 'hint' }, hint);
  return {
    element: html('div', { class: 'geometry-plane' }, plot.element, legend, key, tip),
    render(state) {
      plot.render(state);
      tip.hidden = !held(state);
      legend.innerHTML = legendMarkup(legendOf(state));
      setText(key, keys[state.view]);
    },
  };
}
