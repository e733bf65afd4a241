/** The plane of two weights on the page; the budget can be dragged, tapped, or moved by keys. */

import { html, setAttributes, setText } from '../kit/dom.ts';
import { makeDraggable } from '../kit/drag.ts';
import type { Part } from '../kit/fold.ts';
import { legendMarkup } from '../kit/legend.ts';
import { formatNumber } from '../kit/number-format.ts';
import { plotMarkup } from '../kit/plot.ts';
import { type Frame, frameOf } from '../kit/plot-frame.ts';
import { watchWidth } from '../kit/width.ts';
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
  let state: State | undefined;
  let width = 0;
  let frame: Frame | undefined;
  const drawing = html('div', { class: 'geometry-drawing' });
  const handle = html('button', { type: 'button', class: 'geometry-handle' });
  const box = html('div', { class: 'geometry-box' }, drawing, handle);
  const legend = html('div', {});
  const key = html('p', { class: 'geometry-key' });
  const tip = html('p', { class: 'hint' }, hint);
  watchWidth(box, (now) => {
    width = now;
    draw();
  });

  const spendAtPointer = (event: MouseEvent) => {
    if (!frame || state?.view !== 'budget') return;
    const { left, top } = box.getBoundingClientRect();
    const weights = [frame.x.invert(event.clientX - left), frame.y.invert(event.clientY - top)] as const;
    dispatch({ kind: 'spend', weights });
  };
  makeDraggable(handle, () => true, spendAtPointer);
  drawing.addEventListener('click', spendAtPointer);
  handle.addEventListener('keydown', (event) => {
    if (!state) return;
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: state.place + 1,
      ArrowDown: state.place + 1,
      ArrowRight: state.place - 1,
      ArrowUp: state.place - 1,
      Home: 0,
      End: strengths.length - 1,
    };
    if (!(event.key in to)) return;
    event.preventDefault();
    dispatch({ kind: 'go to', moment: to[event.key] });
  });

  function draw(): void {
    if (!state || width === 0) return;
    const spec = planeSpec(state, 'geometry-plane');
    frame = frameOf(spec, width);
    drawing.innerHTML = plotMarkup(spec, width);
    const solution = solutionOf(state);
    const isBudget = state.view === 'budget';
    handle.hidden = tip.hidden = !isBudget || !solution;
    legend.innerHTML = legendMarkup(legendOf(state));
    setText(key, keys[state.view]);
    if (!solution) return;
    handle.style.insetInlineStart = `${frame.x(solution.w[0])}px`;
    handle.style.insetBlockStart = `${frame.y(solution.w[1])}px`;
    setAttributes(handle, {
      'aria-label': `Budget at λ = ${formatNumber(strengths[state.place])}, weights ${placeText(solution.w)}. Arrow keys tighten and loosen it.`,
    });
  }

  return {
    element: html('div', { class: 'geometry-plane' }, box, legend, key, tip),
    render(next) {
      if (next === state) return;
      state = next;
      draw();
    },
  };
}
