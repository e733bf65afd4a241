/** The landscape with the walker, whose start can be dragged, tapped or moved by keys. */

import { html, setAttributes, setText } from '../kit/dom.ts';
import { makeDraggable } from '../kit/drag.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { plotMarkup } from '../kit/plot.ts';
import { type Frame, frameOf } from '../kit/plot-frame.ts';
import { watchWidth } from '../kit/width.ts';
import { landSpec, magnification } from './markup.ts';
import type { Action } from './model.ts';
import { type Parameters, problemOf } from './problems.ts';
import { describe } from './sentences.ts';
import type { State } from './state.ts';

/** Shares of the landscape's side that an arrow key moves the start, without and with Shift. */
const strides = { small: 1 / 55, large: 1 / 11 };

export function landView(dispatch: (action: Action) => void): Part<State> {
  let state: State | undefined;
  let width = 0;
  let frame: Frame | undefined;
  const drawing = html('div', { class: 'land-drawing' });
  const handle = html('button', { type: 'button', class: 'land-start' });
  const box = html('div', { class: 'land-box' }, drawing, handle);
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
  watchWidth(box, (now) => {
    width = now;
    draw();
  });

  const startAt = (to: Parameters) => {
    if (!state) return;
    const { slope, intercept } = problemOf(state.course.problem);
    const start: Parameters = [within(to[0], slope), within(to[1], intercept)];
    dispatch({ kind: 'change course', change: { start } });
  };
  const startAtPointer = (event: MouseEvent) => {
    if (!frame) return;
    const { left, top } = box.getBoundingClientRect();
    startAt([frame.x.invert(event.clientX - left), frame.y.invert(event.clientY - top)]);
  };
  makeDraggable(handle, () => true, startAtPointer);
  drawing.addEventListener('click', startAtPointer);
  handle.addEventListener('keydown', (event) => {
    const ways: Readonly<Record<string, Parameters>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const way = ways[event.key];
    if (!way || !state) return;
    event.preventDefault();
    const { problem, start } = state.course;
    const { slope } = problemOf(problem);
    const stride = (event.shiftKey ? strides.large : strides.small) * (slope[1] - slope[0]);
    startAt([start[0] + way[0] * stride, start[1] + way[1] * stride]);
  });

  function draw(): void {
    if (!state || width === 0) return;
    const spec = landSpec(state, 'land', describe(state));
    frame = frameOf(spec, width);
    drawing.innerHTML = plotMarkup(spec, width);
    const { start } = state.course;
    handle.style.insetInlineStart = `${frame.x(start[0])}px`;
    handle.style.insetBlockStart = `${frame.y(start[1])}px`;
    setAttributes(handle, {
      'aria-label': `Start: slope ${formatNumber(start[0])}, intercept ${formatNumber(start[1])}. Arrow keys move it.`,
    });
  }

  return {
    element: html('div', { class: 'descent-land' }, box, legend, scale, hint),
    render(next) {
      state = next;
      draw();
      const factor = magnification(next);
      setText(
        scale,
        factor === 1
          ? 'Arrow and cloud are drawn to scale: their ends are where the next step would lead.'
          : `Arrow and cloud are drawn ${factor} times as long as the next step.`,
      );
      legend.querySelector('[data-item="floor"]')?.toggleAttribute('hidden', next.fog);
    },
  };
}

/** To three decimals, so that a link holds the place exactly. */
const within = (value: number, [from, to]: readonly [number, number]): number =>
  Number(Math.min(to, Math.max(from, value)).toFixed(3));
