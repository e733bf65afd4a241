/** The step bar of a figure that walks through its moments: back, step, play, to the end, reset, scrubber, speed. */

import type { Part } from './fold.ts';
import { type Speed, stepBar } from './step-bar.ts';
import type { Moves } from './walking-figure.ts';

export interface WalkBarOptions<State> {
  /** What the buttons move. */
  readonly label: string;
  /** What "Run" runs to. */
  readonly toEnd: string;
  readonly scrubber: string;
  /** How the scrubber names a moment of the latest state. */
  readonly describe: (moment: number, state: State) => string;
  readonly momentOf: (state: State) => number;
  /** The last moment. */
  readonly lastOf: (state: State) => number;
  readonly goTo: (moment: number) => void;
  readonly moves: Moves;
}

export function walkBar<State extends { readonly playing: boolean }>(
  options: WalkBarOptions<State>,
): Part<State> {
  const { label, toEnd, scrubber, describe, momentOf, lastOf, goTo, moves } = options;
  let latest: State | undefined;
  let [moment, last] = [0, 0];
  let speed: Speed = 'normal';
  const bar = stepBar(
    {
      back: () => goTo(moment - 1),
      step: () => goTo(moment + 1),
      play: moves.play,
      pause: moves.pause,
      run: () => goTo(last),
      reset: () => goTo(0),
    },
    toEnd,
    {
      label,
      scrubber: {
        label: scrubber,
        describe: (at) => (latest ? describe(at, latest) : ''),
        onScrub: goTo,
      },
      onSpeed(chosen) {
        speed = chosen;
        moves.setSpeed(chosen);
      },
    },
  );
  return {
    element: bar.element,
    render(state) {
      latest = state;
      [moment, last] = [momentOf(state), lastOf(state)];
      bar.render({
        moving: state.playing,
        canStep: moment < last,
        canGoBack: moment > 0,
        moment,
        moments: last + 1,
        speed,
      });
    },
  };
}
