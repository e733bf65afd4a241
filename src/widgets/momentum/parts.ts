/** What the momentum figure puts into the common frame. */

import { button, listSlider, segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import { tableMarkup } from '../kit/table-view.ts';
import { toggle } from '../kit/toggle.ts';
import { walkBar } from '../kit/walk-bar.ts';
import type { Moves } from '../kit/walking-figure.ts';
import { lossSpec, ratesSpec } from './curves.ts';
import { type Action, type PresetName, presets } from './model.ts';
import { bestTable } from './numbers.ts';
import { magnifiedSpec } from './plane-markup.ts';
import { planeView } from './plane-view.ts';
import type { Convention, RacerName } from './programs.ts';
import { dropAt } from './schedule.ts';
import { racerTitles } from './sentences.ts';
import { conditions, momentumRange, rateRange, type State, steps } from './state.ts';
import { equationView, graphView } from './words-view.ts';

const control = <Value>(
  made: { readonly element: HTMLElement; set(value: Value): void },
  of: (state: State) => Value,
): Part<State> => ({ element: made.element, render: (state) => made.set(of(state)) });

export function parts(dispatch: (action: Action) => void, moves: Moves): FigureParts<State> {
  return {
    main: [planeView(dispatch)],
    steps: [stepsPart(dispatch, moves)],
    controls: [
      presetsPart(dispatch),
      control(
        segmentedChoice<RacerName>('Watch', racerTitles, (racer) => dispatch({ kind: 'watch', racer })),
        ({ watched }) => watched,
      ),
      conditionPart(dispatch),
      control(
        slider({
          label: 'Learning rate α',
          min: rateRange[0],
          max: rateRange[1],
          scale: 'log',
          onChange: (learningRate) => dispatch({ kind: 'set', change: { learningRate } }),
        }),
        ({ settings }) => settings.learningRate,
      ),
      control(
        slider({
          label: 'Momentum β',
          min: momentumRange[0],
          max: momentumRange[1],
          step: 0.01,
          onChange: (momentum) => dispatch({ kind: 'set', change: { momentum } }),
        }),
        ({ settings }) => settings.momentum,
      ),
      control(
        toggle('Each method at its best α and β', (tuned) => dispatch({ kind: 'set', change: { tuned } })),
        ({ settings }) => settings.tuned,
      ),
      control(
        segmentedChoice<Convention>(
          'Learning rate',
          { outside: 'outside the velocity', inside: 'inside it' },
          (convention) => dispatch({ kind: 'set', change: { convention } }),
        ),
        ({ settings }) => settings.convention,
      ),
      control(
        toggle(`From step ${dropAt} on, a tenth of the learning rate`, (drop) =>
          dispatch({ kind: 'set', change: { drop } }),
        ),
        ({ settings }) => settings.drop,
      ),
    ],
    side: [equationView(), plotPart(lossSpec)],
    folds: [
      {
        title: 'The next step, magnified',
        part: plotPart((state) => magnifiedSpec(state, 'momentum-magnified')),
        open: true,
      },
      { title: 'Steps needed against condition number', part: ratesPart() },
      { title: 'The step as a graph', part: graphView() },
    ],
  };
}

/** Drawn anew only when something it shows has changed. */
function plotPart(specOf: (state: State) => PlotSpec): Part<State> {
  const view = plotView({ table: specOf === ratesSpec });
  let known: readonly unknown[] = [];
  return {
    element: html('div', { class: 'momentum-plot' }, view.element),
    render(state) {
      const shown = [state.courses, state.position, state.watched, state.measured, state.settings];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(specOf(state));
    },
  };
}

/** The curves over all condition numbers, and the best settings for the one chosen. */
function ratesPart(): Part<State> {
  const plot = plotPart(ratesSpec);
  const best = html('div', { class: 'momentum-best-settings', tabindex: 0, role: 'region' });
  let drawn = '';
  return {
    element: html('div', {}, plot.element, best),
    render(state) {
      plot.render(state);
      const table = bestTable(state);
      const markup = `<p>${table.caption}</p>${tableMarkup(table)}`;
      if (markup === drawn) return;
      drawn = markup;
      best.innerHTML = markup;
      best.setAttribute('aria-label', table.caption);
    },
  };
}

function presetsPart(dispatch: (action: Action) => void): Part<State> {
  const buttons = Object.entries(presets).map(([name, { title }]) =>
    button(title, () => dispatch({ kind: 'choose preset', preset: name as PresetName })),
  );
  return {
    element: html('div', { class: 'momentum-presets', role: 'group', 'aria-label': 'Examples' }, ...buttons),
    render({ settings }) {
      Object.values(presets).forEach(({ change }, i) => {
        const isOn = Object.entries(change).every(
          ([key, value]) =>
            settings[key as keyof typeof settings] === value ||
            (settings.tuned && (key === 'learningRate' || key === 'momentum')),
        );
        buttons[i].setAttribute('aria-pressed', String(isOn));
      });
    },
  };
}

function conditionPart(dispatch: (action: Action) => void): Part<State> {
  const list = listSlider('Condition number κ', (index) =>
    dispatch({ kind: 'set', change: { condition: conditions[index] } }),
  );
  list.setRange(conditions.length, (index) => String(conditions[index]));
  return control(list, ({ settings }) =>
    Math.max(0, (conditions as readonly number[]).indexOf(settings.condition)),
  );
}

const stepsPart = (dispatch: (action: Action) => void, moves: Moves): Part<State> =>
  walkBar({
    label: 'Descent',
    toEnd: 'To the last step',
    scrubber: 'Step',
    describe: (moment) => `${moment} of ${steps}`,
    momentOf: ({ position }) => position,
    lastOf: () => steps,
    goTo: (position) => dispatch({ kind: 'go to', position }),
    moves,
  });
