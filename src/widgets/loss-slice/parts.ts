/** What the figure of a slice puts into the common frame. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { numberField } from '../kit/number-field.ts';
import { plotMarkup } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import { walkBar } from '../kit/walk-bar.ts';
import type { Moves } from '../kit/walking-figure.ts';
import { watchWidth } from '../kit/width.ts';
import { lineSpec, sliceSpec } from './markup.ts';
import { type Action, spans } from './model.ts';
import { describe, honestNote } from './sentences.ts';
import { momentOf, type PlaneName, type State } from './state.ts';

export function parts(dispatch: (action: Action) => void, moves: Moves): FigureParts<State> {
  const control = <Value>(
    made: { readonly element: HTMLElement; set(value: Value): void },
    of: (state: State) => Value,
  ): Part<State> => ({ element: made.element, render: (state) => made.set(of(state)) });
  const note = html('p', {});
  return {
    main: [sliceView()],
    steps: [steps(dispatch, moves)],
    controls: [
      control(
        segmentedChoice<PlaneName>('Plane', { path: 'Along the training', random: 'Random' }, (plane) =>
          dispatch({ kind: 'choose plane', plane }),
        ),
        ({ plane }) => plane,
      ),
      control(
        slider({
          label: 'Reach',
          ...spans,
          onChange: (span) => dispatch({ kind: 'set span', span }),
        }),
        ({ span }) => span,
      ),
      control(
        numberField({
          label: 'Seed of the random directions',
          min: 1,
          max: 99,
          step: 1,
          onChange: (seed) => dispatch({ kind: 'set seed', seed }),
        }),
        ({ seed }) => seed,
      ),
    ],
    side: [{ element: note, render: (state) => setText(note, honestNote(state)) }, line()],
  };
}

function sliceView(): Part<State> {
  let state: State | undefined;
  let width = 0;
  const element = html('div', { class: 'slice' });
  const draw = () => {
    if (state && width > 0) element.innerHTML = plotMarkup(sliceSpec(state, 'slice', describe(state)), width);
  };
  watchWidth(element, (now) => {
    width = now;
    draw();
  });
  return {
    element,
    render(next) {
      if (next === state) return;
      state = next;
      draw();
    },
  };
}

function line(): Part<State> {
  const view = plotView({ table: false });
  let known: State['slice'] | undefined;
  return {
    element: view.element,
    render(state) {
      if (state.slice === known) return;
      known = state.slice;
      view.render(lineSpec(state));
    },
  };
}

const steps = (dispatch: (action: Action) => void, moves: Moves): Part<State> =>
  walkBar({
    label: 'Recorded training',
    toEnd: 'To the end of the training',
    scrubber: 'Step',
    describe: (at, { moments }) => (moments.length > 0 ? `after ${moments[at].step} steps` : ''),
    momentOf: (state) => Math.max(0, momentOf(state)),
    lastOf: ({ moments }) => Math.max(0, moments.length - 1),
    goTo: (moment) => dispatch({ kind: 'show moment', moment }),
    moves,
  });
