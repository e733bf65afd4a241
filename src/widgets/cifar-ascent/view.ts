/** The parts of the figure of gradient ascent, drawn from its state. */

import { type DrawingName, drawings } from '../../datasets/drawings/index.ts';
import { cifarClasses } from '../../recipes/cifar-layers.ts';
import { button } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { formatBytes } from '../kit/number-format.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import { slider } from '../kit/slider.ts';
import { stepBar } from '../kit/step-bar.ts';
import { classesMarkup, pictureMarkup, scorePlot } from './markup.ts';
import { starts } from './model.ts';
import { type Action, frameOf, mostSteps, plain, regularised, type StartName, type State } from './state.ts';

type Dispatch = (action: Action) => void;

export interface Moves {
  readonly play: () => void;
  readonly pause: () => void;
  readonly step: () => void;
  readonly run: () => void;
  readonly download: () => void;
}

export function parts(dispatch: Dispatch, moves: Moves): FigureParts<State> {
  const plot = plotView({ table: false });
  return {
    main: [pictureAndClasses()],
    steps: [steps(dispatch, moves)],
    controls: [controls(dispatch)],
    side: [
      {
        element: plot.element,
        render: (state) => {
          if (state.frames !== drawnFrames) plot.render(scorePlot(state.climb, state.frames));
          drawnFrames = state.frames;
        },
      },
    ],
    folds: [{ title: 'The graph that climbs', part: graphFold(moves) }],
  };
}

let drawnFrames: State['frames'] | null = null;

function pictureAndClasses(): Part<State> {
  const picture = html('div', { class: 'ascent-picture' });
  const classes = html('div', {});
  let drawn: unknown = null;
  return {
    element: html('div', { class: 'ascent-main' }, picture, classes),
    render(state) {
      const frame = frameOf(state);
      if (!frame || frame === drawn) return;
      drawn = frame;
      picture.innerHTML = pictureMarkup(frame.picture, `The picture after ${state.position} steps`);
      classes.innerHTML = classesMarkup(frame.probability, state.climb.target);
    },
  };
}

function steps(dispatch: Dispatch, { play, pause, step, run }: Moves): Part<State> {
  let state: State;
  const show = (position: number) => dispatch({ kind: 'show', position });
  const bar = stepBar(
    {
      back: () => show(state.position - 1),
      step,
      play,
      pause,
      run,
      reset: () => show(0),
    },
    'Take sixty steps more',
    {
      label: 'Ascent',
      scrubber: { label: 'Step', describe: String, onScrub: show },
      onSpeed: (speed) => dispatch({ kind: 'set speed', speed }),
    },
  );
  return {
    element: bar.element,
    render(next) {
      state = next;
      bar.render({
        moving: state.playing,
        canStep: state.frames.length > 0 && state.position < mostSteps && state.diverged === null,
        canGoBack: state.position > 0,
        moment: state.position,
        moments: Math.max(1, state.frames.length),
        speed: state.speed,
      });
    },
  };
}

function controls(dispatch: Dispatch): Part<State> {
  const set = (change: Partial<State['climb']>) => dispatch({ kind: 'set', change });
  const classes = Object.fromEntries(cifarClasses.map((name) => [name, name])) as Record<string, string>;
  const target = selectChoice('Class', classes, (name) =>
    set({ target: (cifarClasses as readonly string[]).indexOf(name) }),
  );
  const startTitles = Object.fromEntries(
    starts.map((name) => [name, name === 'grey' ? 'grey' : drawings[name as DrawingName].title]),
  ) as Record<StartName, string>;
  const start = selectChoice<StartName>('Begin with', startTitles, (name) => set({ start: name }));
  const stepSize = slider({
    label: 'Step size',
    min: 0.001,
    max: 0.2,
    scale: 'log',
    onChange: (value) => set({ stepSize: value }),
  });
  const decay = slider({
    label: 'Decay',
    min: 0,
    max: 0.2,
    step: 0.005,
    onChange: (value) => set({ decay: value }),
  });
  const blur = slider({
    label: 'Blur',
    min: 0,
    max: 0.5,
    step: 0.01,
    onChange: (value) => set({ blur: value }),
  });
  const jitter = slider({
    label: 'Jitter',
    min: 0,
    max: 2,
    step: 1,
    stepped: true,
    unit: 'px',
    onChange: (value) => set({ jitter: value }),
  });
  const bare = button('Only the gradient', () => set(plain));
  const smooth = button('Keep it smooth', () => set(regularised));
  return {
    element: html(
      'div',
      { class: 'ascent-controls' },
      html('div', { class: 'ascent-row' }, target.element, start.element),
      html('div', { class: 'ascent-row', role: 'group', 'aria-label': 'Regularisation' }, bare, smooth),
      stepSize.element,
      jitter.element,
      decay.element,
      blur.element,
    ),
    render({ climb }) {
      target.set(cifarClasses[climb.target]);
      start.set(climb.start);
      stepSize.set(climb.stepSize);
      decay.set(climb.decay);
      blur.set(climb.blur);
      jitter.set(climb.jitter);
    },
  };
}

function graphFold({ download }: Moves): Part<State> {
  const words = html('p', {});
  const save = button('Download ascent.onnx', download);
  return {
    element: html('div', { class: 'ascent-controls' }, words, html('div', {}, save)),
    render({ graphBytes }) {
      save.setAttribute('aria-disabled', String(graphBytes === null));
      setText(
        words,
        'The network, the gradient of its score with respect to the picture, and the step, as one ONNX graph with ' +
          `the trained parameters in it${graphBytes === null ? '' : `: ${formatBytes(graphBytes)}`}. ` +
          'The page has made it from the trained model. One run is one step.',
      );
    },
  };
}
