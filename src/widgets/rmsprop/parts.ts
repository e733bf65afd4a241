/** What the RMSprop figure puts into the common frame: three views, of which one is shown. */

import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { walkBar } from '../kit/walk-bar.ts';
import type { Moves } from '../kit/walking-figure.ts';
import { formControls, raceControls, recurrentControls, viewChoice } from './controls-view.ts';
import { lossSpec, normSpec, scaleSpec, stepSpec, trainingLossSpec } from './curves.ts';
import { equationView, graphView } from './equation-view.ts';
import { examplesView } from './examples-view.ts';
import type { Action } from './model.ts';
import { planeView } from './plane-view.ts';
import { momentOf, type State, type ViewName } from './state.ts';

type Dispatch = (action: Action) => void;

export function parts(dispatch: Dispatch, moves: Moves): FigureParts<State> {
  return {
    main: [
      viewChoice(dispatch),
      only(['saddle'], planeView(dispatch)),
      only(['recurrent'], plotPart(normSpec)),
      only(['examples'], examplesView()),
    ],
    steps: [only(['saddle', 'recurrent'], stepsPart(dispatch, moves))],
    controls: [
      ...raceControls(dispatch).map((part) => only(['saddle'], part)),
      ...formControls(dispatch).map((part) => only(['saddle', 'examples'], part)),
      ...recurrentControls(dispatch).map((part) => only(['recurrent'], part)),
    ],
    side: [
      only(['saddle', 'examples'], equationView()),
      only(['saddle'], plotPart(lossSpec)),
      only(['saddle'], plotPart(scaleSpec)),
      only(['recurrent'], plotPart(trainingLossSpec)),
    ],
    folds: [
      {
        title: 'How far each weight moves',
        part: plotPart(stepSpec),
        when: ({ view }) => view === 'saddle',
      },
      { title: 'The step as a graph', part: graphView() },
    ],
  };
}

/** A part that belongs to some of the views. */
function only(views: readonly ViewName[], part: Part<State>): Part<State> {
  return {
    element: part.element,
    render(state) {
      part.element.hidden = !views.includes(state.view);
      if (!part.element.hidden) part.render(state);
    },
  };
}

/** Drawn anew only when something it shows has changed. */
function plotPart(specOf: (state: State) => PlotSpec): Part<State> {
  const view = plotView({ table: false });
  let known: readonly unknown[] = [];
  return {
    element: html('div', {}, view.element),
    render(state) {
      const { courses, position, watched, runs, training, trainingStep } = state;
      const shown = [courses, position, watched, runs, training, trainingStep];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(specOf(state));
    },
  };
}

const stepsPart = (dispatch: Dispatch, moves: Moves): Part<State> =>
  walkBar({
    label: 'Steps',
    toEnd: 'To the last step',
    scrubber: 'Step',
    describe: (moment, state) => `${moment} of ${momentOf(state).last}`,
    momentOf: (state) => momentOf(state).at,
    lastOf: (state) => momentOf(state).last,
    goTo: (position) => dispatch({ kind: 'go to', position }),
    moves,
  });
