/** A part of a figure that the reader can open; while it is closed nothing of it is drawn. */

import { html } from './dom.ts';

export interface Part<State> {
  readonly element: HTMLElement;
  render(state: State): void;
}

export function fold<State>(
  title: string,
  content: Part<State>,
  open = false,
): Part<State> & { element: HTMLDetailsElement } {
  let latest: State | undefined;
  const element = html('details', { class: 'fold', open }, html('summary', {}, title), content.element);
  element.addEventListener('toggle', () => {
    if (element.open && latest !== undefined) content.render(latest);
  });
  return {
    element,
    render(state) {
      latest = state;
      if (element.open && !element.hidden) content.render(state);
    },
  };
}
