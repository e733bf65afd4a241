/** The ravine on the page; its start can be dragged, tapped, or moved by keys. */

import { html, setAttributes } from '../kit/dom.ts';
import { makeDraggable } from '../kit/drag.ts';
import type { Part } from '../kit/fold.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { type Frame, frameOf } from '../kit/plot-frame.ts';
import { watchWidth } from '../kit/width.ts';
import type { Action } from './model.ts';
import { planeSpec, racerNumbers } from './plane-markup.ts';
import { racerNames } from './programs.ts';
import type { Pair } from './ravine.ts';
import { coordinate, racerTitles } from './sentences.ts';
import { domain, type State } from './state.ts';

/** How far an arrow key moves the start, without and with Shift. */
const strides = { small: 0.05, large: 0.25 };
const ways: Readonly<Record<string, Pair>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function planeView(dispatch: (action: Action) => void): Part<State> {
  let state: State | undefined;
  let width = 0;
  let frame: Frame | undefined;
  const drawing = html('div', { class: 'momentum-drawing' });
  const handle = html('button', { type: 'button', class: 'momentum-start' });
  const box = html('div', { class: 'momentum-box' }, drawing, handle);
  const legend = html('div', { class: 'momentum-legend' });
  legend.innerHTML = `${legendMarkup(
    racerNames.map((racer) => ({ name: racerTitles[racer], number: racerNumbers[racer] })),
  )}<p class="momentum-key">Arrows: <span class="series-5">velocity</span>, <span class="series-6">slope</span>, and the step they make. The cross is the lowest point, the ring the start.</p>`;
  const hint = html(
    'p',
    { class: 'hint' },
    'Drag the start, tap another place, or focus the start and use the arrow keys (Shift for longer ways).',
  );
  watchWidth(box, (now) => {
    width = now;
    draw();
  });

  const startAt = ([a, b]: Pair) => {
    const within = (value: number) => Math.round(100 * Math.min(domain[1], Math.max(domain[0], value))) / 100;
    dispatch({ kind: 'set', change: { start: [within(a), within(b)] } });
  };
  const startAtPointer = (event: MouseEvent) => {
    if (!frame) return;
    const { left, top } = box.getBoundingClientRect();
    startAt([frame.x.invert(event.clientX - left), frame.y.invert(event.clientY - top)]);
  };
  makeDraggable(handle, () => true, startAtPointer);
  drawing.addEventListener('click', startAtPointer);
  handle.addEventListener('keydown', (event) => {
    const way = ways[event.key];
    if (!way || !state) return;
    event.preventDefault();
    const { start } = state.settings;
    const stride = event.shiftKey ? strides.large : strides.small;
    startAt([start[0] + way[0] * stride, start[1] + way[1] * stride]);
  });

  function draw(): void {
    if (!state || width === 0) return;
    const spec = planeSpec(state, 'momentum-plane');
    frame = frameOf(spec, width);
    drawing.innerHTML = plotMarkup(spec, width);
    const { start } = state.settings;
    handle.style.insetInlineStart = `${frame.x(start[0])}px`;
    handle.style.insetBlockStart = `${frame.y(start[1])}px`;
    setAttributes(handle, {
      'aria-label': `Start at (${start.map(coordinate).join(', ')}). Arrow keys move it.`,
    });
  }

  return {
    element: html('div', { class: 'momentum-plane' }, box, legend, hint),
    render(next) {
      if (next === state) return;
      state = next;
      draw();
    },
  };
}
