/** What the figure of stochastic gradient descent puts into the common frame. */

import { segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { numberField } from '../kit/number-field.ts';
import { plotView } from '../kit/plot-view.ts';
import { slider } from '../kit/slider.ts';
import { stepBar } from '../kit/step-bar.ts';
import { toggle } from '../kit/toggle.ts';
import { landView } from './land-view.ts';
import { dataSpec, lossSpec } from './markup.ts';
import { type Action, learningRates } from './model.ts';
import { equationView, graphView, numbersView } from './numbers-view.ts';
import { batchSizes, type ProblemName, problems } from './problems.ts';
import type { Sampling } from './sampling.ts';
import { type Course, canStep, mostSteps, type State, stepsShown } from './state.ts';

/** Steps that "Run" takes at once. */
const atOnce = 100;

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  const change = (one: Partial<Omit<Course, 'problem'>>) => dispatch({ kind: 'change course', change: one });
  const control = <Value>(
    made: { readonly element: HTMLElement; set(value: Value): void },
    of: (state: State) => Value,
  ): Part<State> => ({ element: made.element, render: (state) => made.set(of(state)) });

  const titles = Object.fromEntries(
    Object.entries(problems).map(([name, { title }]) => [name, title]),
  ) as Record<ProblemName, string>;
  const sizes = Object.fromEntries(
    batchSizes.map((size) => [String(size), size === 64 ? 'all 64' : String(size)]),
  );

  return {
    main: [landView(dispatch)],
    steps: [steps(dispatch)],
    controls: [
      control(
        segmentedChoice<ProblemName>('Model', titles, (problem) =>
          dispatch({ kind: 'choose problem', problem }),
        ),
        ({ course }) => course.problem,
      ),
      control(
        slider({
          label: 'Learning rate η',
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
        toggle('Fog: only the slope underfoot is known', (fog) => dispatch({ kind: 'set fog', fog })),
        ({ fog }) => fog,
      ),
      control(
        segmentedChoice<Course['reduction']>('Loss of a batch', { mean: 'Mean', sum: 'Sum' }, (reduction) =>
          change({ reduction }),
        ),
        ({ course }) => course.reduction,
      ),
      equationView(),
      control(
        segmentedChoice<Sampling>(
          'Batches',
          { shuffled: 'Shuffled epochs', replacement: 'With replacement' },
          (sampling) => change({ sampling }),
        ),
        ({ course }) => course.sampling,
      ),
      control(
        numberField({
          label: 'Seed of the batches',
          min: 1,
          max: 99,
          step: 1,
          onChange: (seed) => change({ seed }),
        }),
        ({ course }) => course.seed,
      ),
    ],
    side: [numbersView()],
    folds: [
      { title: 'Loss by step, and the data', part: plots(), open: true },
      { title: 'The step as a graph', part: graphView() },
    ],
  };
}

function plots(): Part<State> {
  const loss = plotView({ table: false });
  const data = plotView({ table: false });
  return {
    element: html('div', { class: 'descent-plots' }, loss.element, data.element),
    render: memo((state) => {
      loss.render(lossSpec(state, 'descent-loss'));
      data.render(dataSpec(state, 'descent-data'));
    }),
  };
}

/** Plots are drawn anew only when something they show has changed. */
function memo(draw: (state: State) => void): (state: State) => void {
  let known: readonly unknown[] = [];
  return (state) => {
    const shown = [state.course, stepsShown(state), state.surface, state.measured];
    if (shown.every((one, i) => one === known[i])) return;
    known = shown;
    draw(state);
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
    `${atOnce} steps at once, ${mostSteps} at most`,
    { label: 'Descent' },
  );
  const pace = slider({
    label: 'Steps a second',
    min: 1,
    max: 30,
    step: 1,
    stepped: true,
    onChange: (value) => dispatch({ kind: 'set pace', pace: value }),
  });
  return {
    element: html('div', { class: 'descent-steps' }, bar.element, pace.element),
    render(state) {
      position = stepsShown(state);
      bar.render({ moving: state.playing, canStep: canStep(state), canGoBack: position > 0 });
      pace.set(state.pace);
    },
  };
}
