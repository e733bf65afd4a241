/** A plot with a ring on it, which can be dragged, sent to another place by a tap, or moved by keys. */

import { html, setAttributes } from './dom.ts';
import { makeDraggable } from './drag.ts';
import type { Part } from './fold.ts';
import { type Place, type PlotSpec, plotMarkup } from './plot.ts';
import { type Frame, frameOf } from './plot-frame.ts';
import { watchWidth } from './width.ts';

export interface RingPlotOptions<State> {
  readonly spec: (state: State) => PlotSpec;
  /** Where the ring lies and what it is called; null where there is none. */
  readonly ring: (state: State) => { readonly at: Place; readonly label: string } | null;
  /** The ring was dragged to this place, or the place was tapped. */
  readonly onPlace: (place: Place, state: State) => void;
  /** A key was pressed on the ring. @returns whether it meant anything */
  readonly onKey: (event: KeyboardEvent, state: State) => boolean;
}

/** Which way an arrow key points, in the directions of the axes. */
export const arrowWays: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function ringPlot<State>({ spec, ring, onPlace, onKey }: RingPlotOptions<State>): Part<State> {
  let state: State | undefined;
  let width = 0;
  let frame: Frame | undefined;
  const drawing = html('div', { class: 'ring-plot-drawing' });
  const handle = html('button', { type: 'button', class: 'ring-handle' });
  const element = html('div', { class: 'ring-plot' }, drawing, handle);
  watchWidth(element, (now) => {
    width = now;
    draw();
  });

  const atPointer = (event: MouseEvent) => {
    if (state === undefined || !frame || handle.hidden) return;
    const { left, top } = element.getBoundingClientRect();
    onPlace([frame.x.invert(event.clientX - left), frame.y.invert(event.clientY - top)], state);
  };
  makeDraggable(handle, () => true, atPointer);
  drawing.addEventListener('click', atPointer);
  handle.addEventListener('keydown', (event) => {
    if (state !== undefined && onKey(event, state)) event.preventDefault();
  });

  function draw(): void {
    if (state === undefined || width === 0) return;
    const drawn = spec(state);
    frame = frameOf(drawn, width);
    drawing.innerHTML = plotMarkup(drawn, width);
    const shown = ring(state);
    handle.hidden = shown === null;
    if (!shown) return;
    handle.style.insetInlineStart = `${frame.x(shown.at[0])}px`;
    handle.style.insetBlockStart = `${frame.y(shown.at[1])}px`;
    setAttributes(handle, { 'aria-label': shown.label });
  }

  return {
    element,
    render(next) {
      if (next === state) return;
      state = next;
      draw();
    },
  };
}
