/** What the figure of training puts into the common frame. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { numberField } from '../kit/number-field.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import { stepBar } from '../kit/step-bar.ts';
import { feedbackView } from './feedback-view.ts';
import { accuracySpec, chanceSpec, livePlane, lossSpec } from './markup.ts';
import { type Action, learningRates } from './model.ts';
import type { Unit } from './network.ts';
import { aboutChance, describe, verdict } from './sentences.ts';
import { batchSizes, type Course, canTrain, epochsShown, momentOf, mostEpochs, type State } from './state.ts';

/** Epochs that "Run" trains at once. */
const atOnce = 50;

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  const change = (one: Partial<Course>) => dispatch({ kind: 'change course', change: one });
  const control = <Value>(
    made: { readonly element: HTMLElement; set(value: Value): void },
    of: (state: State) => Value,
  ): Part<State> => ({ element: made.element, render: (state) => made.set(of(state)) });
  const sizes = Object.fromEntries(
    batchSizes.map((size) => [String(size), size === 240 ? 'all 240' : String(size)]),
  );
  return {
    main: [planeView(), words('training-verdict', verdict)],
    steps: [steps(dispatch)],
    controls: [
      control(
        slider({
          label: 'Learning rate',
          ...learningRates,
          scale: 'log',
          onChange: (learningRate) => change({ learningRate }),
        }),
        ({ course }) => course.learningRate,
      ),
      control(
        segmentedChoice<string>('Batch size', sizes, (size) =>
          change({ batchSize: Number(size) as Course['batchSize'] }),
        ),
        ({ course }) => String(course.batchSize),
      ),
      control(
        numberField({
          label: 'Seed of the initial weights',
          min: 1,
          max: 99,
          step: 1,
          onChange: (seed) => change({ seed }),
        }),
        ({ course }) => course.seed,
      ),
      control(
        segmentedChoice<Unit>('Loss in', { nats: 'Nats', bits: 'Bits' }, (unit) => change({ unit })),
        ({ course }) => course.unit,
      ),
      words('training-equation', ({ course }) =>
        course.unit === 'nats' ? 'L = −(1/B) Σᵢ ln pᵢ' : 'L = −(1/B) Σᵢ log₂ pᵢ = −(1/B) Σᵢ ln pᵢ / ln 2',
      ),
    ],
    side: [plot(lossSpec), plot(accuracySpec)],
    folds: [
      { title: 'Chance: what networks answer before training', part: chanceView(), open: true },
      { title: 'Feedback for one example', part: feedbackView(dispatch), open: true },
    ],
  };
}

function words(name: string, text: (state: State) => string): Part<State> {
  const element = html('p', { class: name });
  return { element, render: (state) => setText(element, text(state)) };
}

/** Drawn anew only when something it shows has changed. */
function plot(spec: (state: State) => PlotSpec): Part<State> {
  const view = plotView({ table: false });
  let known: readonly unknown[] = [];
  return {
    element: view.element,
    render(state) {
      const shown = [state.course, epochsShown(state), state.moments[0], state.untrained];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(spec(state));
    },
  };
}

function planeView(): Part<State> {
  const element = html('div', { class: 'training-plane' });
  let known: readonly unknown[] = [];
  return {
    element,
    render(state) {
      const shown = [momentOf(state), state.field, state.example];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      element.innerHTML = livePlane(state, describe(state));
    },
  };
}

function chanceView(): Part<State> {
  const drawing = plot(chanceSpec);
  const text = words('training-chance', aboutChance);
  return {
    element: html('div', {}, text.element, drawing.element),
    render(state) {
      text.render(state);
      drawing.render(state);
    },
  };
}

function steps(dispatch: (action: Action) => void): Part<State> {
  let position = 0;
  const bar = stepBar(
    {
      back: () => dispatch({ kind: 'go to', position: position - 1 }),
      step: () => dispatch({ kind: 'go to', position: position + 1 }),
      play: () => dispatch({ kind: 'play', playing: true }),
      pause: () => dispatch({ kind: 'play', playing: false }),
      run: () => dispatch({ kind: 'go to', position: position + atOnce }),
      reset: () => dispatch({ kind: 'go to', position: 0 }),
    },
    `${atOnce} epochs more, ${mostEpochs} at most`,
    {
      label: 'Training',
      scrubber: {
        label: 'Epoch',
        describe: (epoch) => (epoch === 0 ? 'untrained' : `after ${epoch}`),
        onScrub: (epoch) => dispatch({ kind: 'go to', position: epoch }),
      },
    },
  );
  const pace = slider({
    label: 'Epochs a second',
    min: 1,
    max: 30,
    step: 1,
    stepped: true,
    onChange: (value) => dispatch({ kind: 'set pace', pace: value }),
  });
  return {
    element: html('div', { class: 'training-steps' }, bar.element, pace.element),
    render(state) {
      position = epochsShown(state);
      bar.render({
        moving: state.playing,
        canStep: canTrain(state),
        canGoBack: position > 0,
        moment: position,
        moments: state.moments.length,
      });
      pace.set(state.pace);
    },
  };
}
