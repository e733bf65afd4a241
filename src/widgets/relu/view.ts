/** The parts of the ReLU figure: state → page. */

import { segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import { stepBar } from '../kit/step-bar.ts';
import { activations, type NetworkName, networkNames } from './activations.ts';
import { conventionsPart } from './conventions-view.ts';
import { type Action, canTrain } from './model.ts';
import { functionPlot, lossPlot, normPlot, unitsMarkup } from './plots.ts';
import { type State, shownFrame, type View } from './state.ts';
import { numbersPart, trainingPart } from './training-view.ts';

export function createParts(dispatch: (action: Action) => void): FigureParts<State> {
  const set = (change: Partial<State['settings']>) => dispatch({ kind: 'set', change });
  const view = segmentedChoice<View>(
    'Show',
    { layers: 'Twelve layers', functions: 'The functions' },
    (name) => set({ view: name }),
  );
  return {
    main: [
      { element: view.element, render: ({ settings }) => view.set(settings.view) },
      only('layers', normsPart()),
      only('functions', functionsPart(set)),
    ],
    steps: [only('layers', stepsPart(dispatch)), only('layers', unitsPart(set))],
    controls: [only('layers', trainingPart(set)), conventionsPart(set)],
    side: [only('layers', numbersPart())],
    folds: [
      {
        title: 'Loss over the steps',
        part: lossPart(),
        when: ({ settings }) => settings.view === 'layers',
      },
    ],
  };
}

/** A part that is there in one of the two views. */
const only = (view: View, part: Part<State>): Part<State> => ({
  element: part.element,
  render(state) {
    part.element.hidden = state.settings.view !== view;
    if (!part.element.hidden) part.render(state);
  },
});

function normsPart(): Part<State> {
  const plot = plotView({ table: false });
  return {
    element: plot.element,
    render: (state) => plot.render(normPlot('relu-norms', shownFrame(state), state.position)),
  };
}

function lossPart(): Part<State> {
  const plot = plotView();
  let known: readonly unknown[] = [];
  return {
    element: plot.element,
    render({ frames, position }) {
      if (frames === known[0] && position === known[1]) return;
      known = [frames, position];
      plot.render(lossPlot('relu-loss', frames, position));
    },
  };
}

function unitsPart(set: (change: { network: NetworkName }) => void): Part<State> {
  const names = Object.fromEntries(networkNames.map((name) => [name, activations[name].name])) as Record<
    NetworkName,
    string
  >;
  const choice = segmentedChoice<NetworkName>('Units of the network with', names, (network) =>
    set({ network }),
  );
  const drawing = html('div', { class: 'units-place' });
  const key = html(
    'p',
    { class: 'figure-note' },
    'A field is the fuller, the larger the mean slope of its unit over all points, from 0 to 1. A cross marks a unit that is silent on every point.',
  );
  return {
    element: html('div', { class: 'units-part' }, choice.element, drawing, key),
    render(state) {
      const { network } = state.settings;
      choice.set(network);
      drawing.innerHTML = unitsMarkup('relu-units', network, shownFrame(state)?.[network] ?? null);
    },
  };
}

function functionsPart(set: (change: { x: number }) => void): Part<State> {
  const [values, slopes] = [plotView({ table: false }), plotView({ table: false })];
  const place = slider({ label: 'Place x', min: -4, max: 4, step: 0.05, onChange: (x) => set({ x }) });
  return {
    element: html(
      'div',
      { class: 'functions-part' },
      html('div', { class: 'functions-plots' }, values.element, slopes.element),
      place.element,
    ),
    render({ curves, settings: { x } }) {
      values.render(functionPlot('relu-values', 'values', curves, x));
      slopes.render(functionPlot('relu-slopes', 'slopes', curves, x));
      place.set(x);
    },
  };
}

function stepsPart(dispatch: (action: Action) => void): Part<State> {
  let latest: State;
  const move = (motion: State['motion']) => () => dispatch({ kind: 'move', motion });
  const bar = stepBar(
    {
      back: () => dispatch({ kind: 'show', position: latest.position - 1 }),
      step: move('one step'),
      play: move('playing'),
      pause: move('resting'),
      run: move('running'),
      reset: () => dispatch({ kind: 'reset' }),
    },
    'Train 1,000 steps, as the shipped networks were',
    {
      label: 'Training of the four networks',
      scrubber: {
        label: 'Steps',
        describe: (step) => `after ${step} steps`,
        onScrub: (position) => dispatch({ kind: 'show', position }),
      },
      onSpeed: (speed) => dispatch({ kind: 'choose speed', speed }),
    },
  );
  return {
    element: bar.element,
    render(state) {
      latest = state;
      const { motion, position, frames, speed } = state;
      const canStep = position + 1 < frames.length || canTrain(state);
      bar.render({
        moving: motion === 'playing' || motion === 'running',
        canStep,
        canGoBack: position > 0,
        moment: position,
        moments: frames.length,
        speed,
      });
    },
  };
}
