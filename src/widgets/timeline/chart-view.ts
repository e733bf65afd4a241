/** The timeline that is walked: with the arrow keys, Home, End, Page Up and Page Down, or by pointing near an event. */

import { html, setAttributes } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { watchWidth } from '../kit/width.ts';
import { chartMarkup, lineOf } from './chart-markup.ts';
import type { Action, State } from './model.ts';

/** Events that Page Up and Page Down pass over. */
const page = 10;

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
  Home: -Infinity,
  End: Infinity,
};

/** Pixels from an event within which a pointer means it. */
const reach = 26;

export function chartPart(dispatch: (action: Action) => void): Part<State> {
  const element = html('div', { class: 'timeline-place' });
  let width = 0;
  let latest: State | null = null;
  let drawn: { readonly shown: State['shown']; readonly width: number } | null = null;
  let walked = false;

  const options = () => [...element.querySelectorAll<SVGGElement>('[role="option"]')];
  const selected = () => element.querySelector<SVGGElement>('[aria-selected="true"]');
  const isFocused = () => element.contains(document.activeElement);

  element.addEventListener('keydown', (event) => {
    const by = event.ctrlKey || event.altKey || event.metaKey ? undefined : steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    walked = true;
    dispatch({ kind: 'walk', by });
  });
  element.addEventListener('click', (event) => {
    const near = options()
      .map((option) => {
        const { left, top, width: w, height: h } = option.getBoundingClientRect();
        return {
          option,
          distance: Math.hypot(event.clientX - left - w / 2, event.clientY - top - h / 2),
        };
      })
      .sort((a, b) => a.distance - b.distance)[0];
    if (!near || near.distance > reach) return;
    walked = true;
    dispatch({ kind: 'select', event: near.option.dataset.event as string });
  });

  function draw(state: State): void {
    const focused = isFocused();
    element.innerHTML = chartMarkup({ id: 'timeline-live', width, state, live: true });
    drawn = { shown: state.shown, width };
    if (focused) walked = true;
  }
  function render(state: State): void {
    latest = state;
    if (width === 0) return;
    if (drawn?.shown !== state.shown || drawn.width !== width) draw(state);
    for (const option of options()) {
      const isSelected = option.dataset.event === state.event;
      setAttributes(option, { 'aria-selected': String(isSelected), tabindex: isSelected ? 0 : -1 });
    }
    setAttributes(element.querySelector('.timeline-line') as SVGPathElement, {
      d: lineOf(width, state.event),
    });
    if (walked) selected()?.focus({ preventScroll: true });
    walked = false;
  }
  watchWidth(element, (now) => {
    width = now;
    if (latest) render(latest);
  });
  return { element, render };
}
