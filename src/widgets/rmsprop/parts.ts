/** What the RMSprop figure puts into the common frame: three views, of which one is shown. */

import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { type Speed, stepBar } from '../kit/step-bar.ts';
import { formControls, raceControls, recurrentControls, viewChoice } from './controls-view.ts';
import { lossSpec, normSpec, scaleSpec, trainingLossSpec } from './curves.ts';
import { equationView, graphView } from './equation-view.ts';
import { examplesView } from './examples-view.ts';
import type { Action } from './model.ts';
import { planeView } from './plane-view.ts';
import { type State, steps, type ViewName } from './state.ts';

export interface Moves {
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
}
type Dispatch = (action: Action) => void;

export function parts(dispatch: Dispatch, moves: Moves): FigureParts<State> {
  return {
    main: [
      viewChoice(dispatch),
      only(['saddle'], planeView(dispatch)),
      only(['recurrent'], plotPart(normSpec)),
      only(['examples'], examplesView()),
    ],
    steps: [only(['saddle'], stepsPart(dispatch, moves))],
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
    folds: [{ title: 'The step as a graph', part: graphView() }],
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
      const shown = [state.courses, state.position, state.watched, state.runs, state.training];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(specOf(state));
    },
  };
}

function stepsPart(dispatch: Dispatch, moves: Moves): Part<State> {
  let position = 0;
  let speed: Speed = 'normal';
  const to = (target: number) => dispatch({ kind: 'go to', position: target });
  const bar = stepBar(
    {
      back: () => to(position - 1),
      step: () => to(position + 1),
      play: moves.play,
      pause: moves.pause,
      run: () => to(steps),
      reset: () => to(0),
    },
    'To the last step',
    {
      label: 'Race',
      scrubber: { label: 'Step', describe: (moment) => `${moment} of ${steps}`, onScrub: to },
      onSpeed(chosen) {
        speed = chosen;
        moves.setSpeed(chosen);
      },
    },
  );
  return {
    element: html('div', {}, bar.element),
    render(state) {
      position = state.position;
      bar.render({
        moving: state.playing,
        canStep: position < steps,
        canGoBack: position > 0,
        moment: position,
        moments: steps + 1,
        speed,
      });
    },
  };
}
