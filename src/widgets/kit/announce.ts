/** A sentence on the page that is read out when it changes, but not faster than it can be heard. */

import { html, setText } from './dom.ts';

/** Milliseconds between two sentences while a figure moves. */
const pause = 2500;

export interface Announcer {
  readonly element: HTMLElement;
  /** @param moving whether more sentences will follow by themselves; the last one always comes through */
  say(text: string, moving?: boolean): void;
}

export function announcer(className: string): Announcer {
  const element = html('p', { class: className, role: 'status', 'aria-live': 'polite' });
  let due: ReturnType<typeof setTimeout> | undefined;
  let next = '';
  let resting = false;
  const speak = () => {
    due = undefined;
    setText(element, next);
  };
  return {
    element,
    say(text, moving = false) {
      next = text;
      if (!moving) {
        clearTimeout(due);
        speak();
      } else if (due === undefined) {
        // The first sentence of a movement is heard at once, those after it in turn.
        if (resting) speak();
        due = setTimeout(speak, pause);
      }
      resting = !moving;
    },
  };
}
