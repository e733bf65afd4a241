/** Steps along λ, or through the race. */

import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { walkBar } from '../kit/walk-bar.ts';
import type { Moves } from '../kit/walking-figure.ts';
import type { Action } from './model.ts';
import { lastOf, momentOf, raceSteps, type State, strengths, type ViewName } from './state.ts';

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

export const stepsPart = (view: ViewName, dispatch: Dispatch, moves: Moves): Part<State> =>
  walkBar({
    ...scrubbers[view],
    toEnd: 'To the end',
    momentOf,
    lastOf: () => lastOf({ view }),
    goTo: (moment) => dispatch({ kind: 'go to', moment }),
    moves,
  });
