/** What the figure of two weights puts into the common frame: two views, of which one is shown. */

import { segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import type { Moves } from '../kit/walking-figure.ts';
import { pathSpec, weightSpec } from './curves.ts';
import { planeView } from './plane-view.ts';
import { type ProblemName, problems } from './problems.ts';
import type { Convention, OptimizerName, PenaltyName } from './programs.ts';
import { optimizerTitles, penaltyTitles } from './sentences.ts';
import { rateRange, type Settings, type State, strengthRange, type ViewName, viewNames } from './state.ts';
import { type Dispatch, stepsPart } from './steps-view.ts';
import { equationView, graphView, numbersView } from './words-view.ts';

const control = <Value>(
  made: { readonly element: HTMLElement; set(value: Value): void },
  of: (state: State) => Value,
): Part<State> => ({ element: made.element, render: (state) => made.set(of(state)) });

export function parts(dispatch: Dispatch, moves: Moves): FigureParts<State> {
  const set = (change: Partial<Settings>) => dispatch({ kind: 'set', change });
  const titles = Object.fromEntries(
    Object.entries(problems).map(([name, { title }]) => [name, title]),
  ) as Record<ProblemName, string>;
  return {
    main: [
      control(
        segmentedChoice<ViewName>('Show', { budget: 'Budget', decay: 'Decay in an optimizer' }, (view) =>
          dispatch({ kind: 'show', view }),
        ),
        ({ view }) => view,
      ),
      planeView(dispatch),
    ],
    steps: viewNames.map((view) => only(view, [stepsPart(view, dispatch, moves)])),
    controls: [
      only('budget', [
        control(
          segmentedChoice<PenaltyName>('Penalty', penaltyTitles, (penalty) => set({ penalty })),
          ({ settings }) => settings.penalty,
        ),
        control(
          segmentedChoice<Convention>(
            'The square is written',
            { half: 'λ/2 w²', whole: 'λ w²' },
            (convention) => set({ convention }),
          ),
          ({ settings }) => settings.convention,
        ),
      ]),
      only('decay', [
        control(
          segmentedChoice<OptimizerName>('Optimizer', optimizerTitles, (optimizer) => set({ optimizer })),
          ({ settings }) => settings.optimizer,
        ),
        control(
          slider({
            label: 'Learning rate η',
            min: rateRange[0],
            max: rateRange[1],
            scale: 'log',
            onChange: (learningRate) => set({ learningRate }),
          }),
          ({ settings }) => settings.learningRate,
        ),
        control(
          slider({
            label: 'Strength λ',
            min: strengthRange[0],
            max: strengthRange[1],
            step: 0.01,
            onChange: (strength) => set({ strength }),
          }),
          ({ settings }) => settings.strength,
        ),
      ]),
      control(
        segmentedChoice<ProblemName>('The two inputs', titles, (data) => set({ data })),
        ({ settings }) => settings.data,
      ),
    ],
    side: [equationView(), numbersView(), only('budget', [plotPart(pathSpec)])],
    folds: [
      {
        title: 'The weights step by step',
        part: weightPlots(),
        open: true,
        when: ({ view }) => view === 'decay',
      },
      { title: 'The step as a graph', part: graphView() },
    ],
  };
}

/** Parts that belong to one of the views. */
function only(view: ViewName, some: readonly Part<State>[]): Part<State> {
  const element = html('div', { class: 'geometry-some' }, ...some.map((one) => one.element));
  return {
    element,
    render(state) {
      element.hidden = state.view !== view;
      if (!element.hidden) for (const one of some) one.render(state);
    },
  };
}

function weightPlots(): Part<State> {
  const plots = [plotPart(weightSpec(0)), plotPart(weightSpec(1))];
  return {
    element: html('div', { class: 'geometry-plots' }, ...plots.map(({ element }) => element)),
    render: (state) => {
      for (const one of plots) one.render(state);
    },
  };
}

/** Drawn anew only when something it shows has changed. */
function plotPart(specOf: (state: State) => PlotSpec): Part<State> {
  const view = plotView({ table: false });
  let known: readonly unknown[] = [];
  return {
    element: view.element,
    render(state) {
      const shown = [state.path, state.race, state.place, state.step];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(specOf(state));
    },
  };
}
