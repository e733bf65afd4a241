/** What the figure of credit assignment puts into the common frame. */

import { segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import { stepBar } from '../kit/step-bar.ts';
import { tableMarkup } from '../kit/table-view.ts';
import type { Action } from './model.ts';
import { learnerNames, learners, points } from './network.ts';
import { lossPlot } from './plot.ts';
import { blameRows } from './sentences.ts';
import { answersOf, learningRates, momentOf, mostSteps, type State, stepsShown } from './state.ts';

const titles = learnerNames.map((name) => learners[name].title);

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  // With a decimal point, or whole numbers would come first.
  const rates = Object.fromEntries(learningRates.map((rate) => [rate.toFixed(1), String(rate)]));
  const rate = segmentedChoice<string>('Learning rate', rates, (chosen) =>
    dispatch({
      kind: 'change course',
      change: { rate: Number(chosen) as (typeof learningRates)[number] },
    }),
  );
  const seed = slider({
    label: 'Seed of the initial weights',
    min: 1,
    max: 12,
    step: 1,
    stepped: true,
    onChange: (value) => dispatch({ kind: 'change course', change: { seed: value } }),
  });
  return {
    main: [plotPart()],
    steps: [stepsPart(dispatch)],
    controls: [
      { element: seed.element, render: ({ course }) => seed.set(course.seed) },
      { element: rate.element, render: ({ course }) => rate.set(course.rate.toFixed(1)) },
    ],
    side: [
      tablePart(
        (state) => [answersOf(state)],
        (state) => ({
          caption: 'Probability that exactly one bit is set',
          columns: ['Bits', 'Wanted', ...titles],
          rows: Array.from({ length: points.count }, (_, i) => [
            `${points.x[2 * i]}, ${points.x[2 * i + 1]}`,
            String(points.target[i]),
            ...learnerNames.map((name) => {
              const probability = answersOf(state)?.[name][i];
              return probability === undefined ? '' : formatNumber(probability, 3);
            }),
          ]),
        }),
      ),
    ],
    folds: [
      {
        title: 'Blame: the derivative of the loss by each parameter',
        open: true,
        part: tablePart(
          (state) => [momentOf(state)],
          (state) => ({
            caption: 'Derivative of the loss by each parameter, as the next step uses it',
            columns: ['Parameter', ...titles],
            rows: blameRows(state).map(({ name, cells }) => [name, ...cells]),
          }),
        ),
      },
    ],
  };
}

/** Drawn anew only when something it shows has changed. */
function plotPart(): Part<State> {
  const view = plotView({ table: false });
  let known: readonly unknown[] = [];
  return {
    element: view.element,
    render(state) {
      const shown = [momentOf(state), answersOf(state)];
      if (known.length > 0 && shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(lossPlot('credit-assignment', state));
    },
  };
}

function tablePart(
  of: (state: State) => readonly unknown[],
  spec: (state: State) => Parameters<typeof tableMarkup>[0],
): Part<State> {
  const region = html('div', { class: 'table-scroller', tabindex: 0, role: 'region' });
  const title = html('p', { class: 'credit-caption' });
  let known: readonly unknown[] = [];
  return {
    element: html('div', { class: 'credit-table' }, title, region),
    render(state) {
      const shown = of(state);
      if (known.length > 0 && shown.every((one, i) => one === known[i])) return;
      known = shown;
      const made = spec(state);
      title.textContent = made.caption;
      region.setAttribute('aria-label', made.caption);
      region.innerHTML = tableMarkup(made);
    },
  };
}

function stepsPart(dispatch: (action: Action) => void): Part<State> {
  let position = 0;
  const go = (to: number) => dispatch({ kind: 'go to', position: to });
  const bar = stepBar(
    {
      back: () => go(position - 1),
      step: () => go(position + 1),
      play: () => dispatch({ kind: 'play', playing: true }),
      pause: () => dispatch({ kind: 'play', playing: false }),
      run: () => go(mostSteps),
      reset: () => go(0),
    },
    `${mostSteps} steps`,
    { scrubber: { label: 'Step', describe: (step) => (step === 0 ? 'before' : String(step)), onScrub: go } },
  );
  return {
    element: bar.element,
    render(state) {
      position = stepsShown(state);
      bar.render({
        moving: state.playing,
        canStep: state.position < mostSteps,
        canGoBack: position > 0,
        moment: position,
        moments: state.moments.length,
      });
    },
  };
}
