/** Steps along λ, or through the race. */

import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { type Speed, stepBar } from '../kit/step-bar.ts';
import type { Action } from './model.ts';
import { lastOf, momentOf, raceSteps, type State, strengths, type ViewName } from './state.ts';

export interface Moves {
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
}
export type Dispatch = (action: Action) => void;

/** The budget's scrubber goes along λ, the race's along its steps. */
const scrubbers = {
  budget: {
    label: 'Along λ',
    scrubber: 'Strength λ',
    describe: (place: number) => formatNumber(strengths[place]),
  },
  decay: { label: 'Descent', scrubber: 'Step', describe: (step: number) => `${step} of ${raceSteps}` },
} as const;

export function stepsPart(view: ViewName, dispatch: Dispatch, moves: Moves): Part<State> {
  const last = lastOf({ view });
  const { label, scrubber, describe } = scrubbers[view];
  let moment = 0;
  let speed: Speed = 'normal';
  const to = (target: number) => dispatch({ kind: 'go to', moment: target });
  const bar = stepBar(
    {
      back: () => to(moment - 1),
      step: () => to(moment + 1),
      play: moves.play,
      pause: moves.pause,
      run: () => to(last),
      reset: () => to(0),
    },
    'To the end',
    {
      label,
      scrubber: { label: scrubber, describe, onScrub: to },
      onSpeed(chosen) {
        speed = chosen;
        moves.setSpeed(chosen);
      },
    },
  );
  return {
    element: bar.element,
    render(state) {
      moment = momentOf(state);
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
