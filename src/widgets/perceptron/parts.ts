/** What the perceptron figure puts into the common frame. */

import { listSlider } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { stepBar } from '../kit/step-bar.ts';
import { controls } from './controls.ts';
import { conventionsView } from './conventions-view.ts';
import { legend } from './legend.ts';
import { networkView } from './network-view.ts';
import { hintId, plotView } from './plot-view.ts';
import { pointBar, pointsTable } from './points-view.ts';
import { profileView } from './profile-view.ts';
import { rivalView } from './rival-view.ts';
import { splitsView } from './splits-view.ts';
import { canMove, type State } from './state.ts';
import { streamPlaneView } from './stream-plane.ts';
import { streamBar, streamControls, streamView } from './stream-view.ts';
import type { Action } from './update.ts';
import { logView, updateView } from './update-view.ts';
import { verdictView } from './verdict-view.ts';

type Dispatch = (action: Action) => void;

/** A part is there in these views only. */
const only = (views: readonly State['view'][], part: Part<State>): Part<State> => ({
  element: part.element,
  render(state) {
    part.element.hidden = !views.includes(state.view);
    if (!part.element.hidden) part.render(state);
  },
});

const isUnit = ({ view }: State) => view === 'unit';
const isTrained = ({ view }: State) => view === 'unit' || view === 'rules';

export function perceptronParts(dispatch: Dispatch): FigureParts<State> {
  const plot = plotView(dispatch);
  const network = networkView(dispatch);
  const trained = ['unit', 'rules'] as const;
  const isWide = matchMedia('(min-width: 48em)').matches;
  return {
    main: [
      only(['unit', 'rules', 'hidden'], titled(plot)),
      only(['rules'], rivalView()),
      only(['unit', 'rules', 'hidden'], legend()),
      only(['stream'], streamPlaneView()),
    ],
    steps: [
      only(trained, trainingBar(dispatch)),
      only(['hidden'], { element: network.controls, render: network.render }),
      only(['stream'], streamBar(dispatch)),
    ],
    controls: [
      controls(dispatch),
      only(['unit'], recording(dispatch)),
      only(trained, editing(dispatch, plot.focusSelected)),
      only(['stream'], streamControls(dispatch)),
    ],
    side: [
      only(trained, updateView()),
      only(['hidden'], { element: network.element, render: network.render }),
      only(['stream'], streamView()),
      verdictView(dispatch),
    ],
    folds: [
      { title: 'What the unit answers to each sum', part: profileView(), open: isWide, when: isUnit },
      { title: 'Conventions, and the graph that runs', part: conventionsView(dispatch), when: isUnit },
      { title: 'Every step in numbers', part: logView(), when: isTrained },
      { title: 'Move the points by numbers', part: pointsTable(dispatch), when: isTrained },
      { title: 'Every way a line can split these points', part: splitsView(dispatch), when: isTrained },
    ],
  };
}

/** Where two drawings stand side by side, each says whose it is. */
function titled(plot: Part<State>): Part<State> {
  const title = html('p', { class: 'panel-title' }, 'The perceptron rule');
  return {
    element: html('div', {}, title, plot.element),
    render(state) {
      title.hidden = state.view !== 'rules';
      plot.render(state);
    },
  };
}

function trainingBar(dispatch: Dispatch): Part<State> {
  const bar = stepBar(
    {
      back: () => dispatch({ kind: 'step back' }),
      step: () => dispatch({ kind: 'move', motion: 'one step' }),
      play: () => dispatch({ kind: 'move', motion: 'playing' }),
      pause: () => dispatch({ kind: 'move', motion: 'resting' }),
      run: () => dispatch({ kind: 'move', motion: 'running' }),
      reset: () => dispatch({ kind: 'reset' }),
    },
    'Run until a pass has no mistake, or until nothing new can come',
    {
      scrubber: {
        label: 'Step',
        describe: (step) => String(step),
        onScrub: (position) => dispatch({ kind: 'go to', position }),
      },
      onSpeed: (speed) => dispatch({ kind: 'choose speed', speed }),
    },
  );
  return {
    element: bar.element,
    render: (state) =>
      bar.render({
        moving: state.motion !== 'resting',
        canStep: canMove(state),
        canGoBack: state.position > 0,
        moment: state.position,
        moments: state.updates.length + 1,
        speed: state.speed,
      }),
  };
}

function recording(dispatch: Dispatch): Part<State> {
  const slider = listSlider('Recorded training', (moment) => dispatch({ kind: 'show moment', moment }));
  return {
    element: html('div', {}, slider.element),
    render(state) {
      const moments = state.shipped[state.rule];
      slider.element.hidden = state.preset !== 'separable' || moments.length === 0;
      if (slider.element.hidden) return;
      slider.setRange(moments.length, (index) =>
        state.moment === null ? 'not shown' : `after ${moments[index].step} examples`,
      );
      slider.set(state.moment ?? moments.length - 1);
    },
  };
}

function editing(dispatch: Dispatch, focusSelected: () => void): Part<State> {
  const bar = pointBar(dispatch, focusSelected);
  const hint = html(
    'p',
    { class: 'hint', id: hintId },
    'Drag points, or focus one: arrow keys move it, Space flips it, Delete removes it, Page Up and Down go to another.',
  );
  return { element: html('div', { class: 'perceptron-edit' }, bar.element, hint), render: bar.render };
}
