/** Back, step, play or pause, run to the end, reset; if wanted, a scrubber over what has been and a choice of speed. */

import { button, listSlider, segmentedChoice, setButtonTitle } from './controls.ts';
import { html } from './dom.ts';
import { type IconName, iconOf } from './icon.ts';

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
  /** Place of the moment that is shown, among `moments`. */
  readonly moment?: number;
  /** How many moments the scrubber reaches. */
  readonly moments?: number;
  readonly speed?: Speed;
}

export const speeds = { slow: 'Slow', normal: 'Normal', fast: 'Fast' } as const;
export type Speed = keyof typeof speeds;

export interface StepBarOptions {
  /** What the buttons move; "Training" by default. */
  readonly label?: string;
  /** Gives the bar a scrubber. */
  readonly scrubber?: {
    readonly label: string;
    readonly describe: (moment: number) => string;
    readonly onScrub: (moment: number) => void;
  };
  readonly onSpeed?: (speed: Speed) => void;
}

/** @param runTitle what "Run" runs to, such as "Run until a pass without a mistake" */
export function stepBar(actions: StepBarActions, runTitle: string, options: StepBarOptions = {}) {
  let moving = false;
  const key = (title: string, icon: IconName, onPress: () => void) => button(title, onPress, iconOf(icon));
  const back = key('Back', 'back', actions.back);
  const step = key('Step', 'step', actions.step);
  const play = key('Play', 'play', () => (moving ? actions.pause() : actions.play()));
  const run = key('Run', 'run', actions.run);
  run.title = runTitle;
  const reset = key('Reset', 'reset', actions.reset);
  const keys = html('div', { class: 'step-bar' }, back, step, play, run, reset);
  const { label = 'Training', scrubber, onSpeed } = options;
  const scrub = scrubber && listSlider(scrubber.label, scrubber.onScrub);
  const speed = onSpeed && segmentedChoice<Speed>('Speed', speeds, onSpeed);
  const element = html(
    'div',
    { class: 'step-bar-group', role: 'group', 'aria-label': label },
    keys,
    scrub?.element,
    speed?.element,
  );
  return {
    element,
    render(state: StepBarState) {
      const wasMoving = moving;
      moving = state.moving;
      // aria-disabled instead of disabled: a button that has just been pressed keeps the keyboard focus.
      for (const [target, enabled] of [
        [back, state.canGoBack],
        [step, state.canStep && !moving],
        [play, state.canStep || moving],
        [run, state.canStep && !moving],
        [reset, true],
      ] as const)
        target.setAttribute('aria-disabled', String(!enabled));
      if (moving !== wasMoving) {
        setButtonTitle(play, moving ? 'Pause' : 'Play');
        (play.querySelector('svg') as SVGElement).outerHTML = iconOf(moving ? 'pause' : 'play');
      }
      const { moment = 0, moments = 1 } = state;
      scrub?.setRange(moments, scrubber?.describe ?? String);
      scrub?.set(moment, { disabled: moments < 2 });
      speed?.set(state.speed ?? 'normal');
    },
  };
}
