/** Back, step, play or pause, run to the end, reset. */

import { button, setButtonTitle } from './controls.ts';
import { html } from './dom.ts';

export interface StepBarActions {
  readonly back: () => void;
  readonly step: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly run: () => void;
  readonly reset: () => void;
}

export interface StepBarState {
  readonly moving: boolean;
  readonly canStep: boolean;
  readonly canGoBack: boolean;
}

const icons = {
  back: 'M11 3 5 8l6 5zM3 3h2v10H3z',
  step: 'M5 3l6 5-6 5zM11 3h2v10h-2z',
  play: 'M4 2.5 13 8l-9 5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  run: 'M2 3l5 5-5 5zM7 3l5 5-5 5zM12 3h2v10h-2z',
  reset: 'M8 3a5 5 0 1 1-4.6 3l1.4.6A3.5 3.5 0 1 0 8 4.5V7L4.5 3.7 8 .5z',
};

/** @param runTitle what "Run" runs to, such as "Run until a pass without a mistake" */
export function stepBar(actions: StepBarActions, runTitle: string) {
  let moving = false;
  const back = button('Back', actions.back, icons.back);
  const step = button('Step', actions.step, icons.step);
  const play = button('Play', () => (moving ? actions.pause() : actions.play()), icons.play);
  const run = button('Run', actions.run, icons.run);
  run.title = runTitle;
  const reset = button('Reset', actions.reset, icons.reset);
  const element = html('div', { class: 'step-bar', role: 'group', 'aria-label': 'Training' });
  element.append(back, step, play, run, reset);
  return {
    element,
    render(state: StepBarState) {
      moving = state.moving;
      // aria-disabled instead of disabled: a button that has just been pressed keeps the keyboard focus.
      for (const [target, enabled] of [
        [back, state.canGoBack],
        [step, state.canStep && !moving],
        [play, state.canStep],
        [run, state.canStep && !moving],
        [reset, true],
      ] as const)
        target.setAttribute('aria-disabled', String(!enabled));
      setButtonTitle(play, moving ? 'Pause' : 'Play');
      play.querySelector('path')?.setAttribute('d', moving ? icons.pause : icons.play);
    },
  };
}
