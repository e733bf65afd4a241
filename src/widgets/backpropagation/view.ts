/** The parts of the backpropagation figure: state → page. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { stepBar } from '../kit/step-bar.ts';
import { inputsPart } from './inputs-view.ts';
import { checkPart, trainingPart } from './learning-view.ts';
import { mapPart } from './map-view.ts';
import type { Action } from './model.ts';
import { networkPart, stepPart } from './node-view.ts';
import { type State, shownStep, stepsIn } from './state.ts';

export interface PartsOptions {
  readonly dispatch: (action: Action) => void;
  /** Takes one training step. */
  readonly train: () => void;
  /** Address of backward.onnx. */
  readonly download: string;
}

export function createParts({ dispatch, train, download }: PartsOptions): FigureParts<State> {
  return {
    main: [stepPart(dispatch)],
    // On a telephone the buttons stand right below the matrices, the overview below the buttons.
    steps: [walkPart(dispatch), mapPart(dispatch), networkPart()],
    controls: [inputsPart(dispatch), checkPart(dispatch)],
    side: [trainingPart(dispatch, train), formPart(dispatch), filePart(download)],
  };
}

function walkPart(dispatch: (action: Action) => void): Part<State> {
  let latest: State;
  const show = (node: number) => dispatch({ kind: 'show node', node });
  const bar = stepBar(
    {
      back: () => show(latest.node - 1),
      step: () => show(latest.node + 1),
      play: () => dispatch({ kind: 'move', motion: 'playing' }),
      pause: () => dispatch({ kind: 'move', motion: 'resting' }),
      run: () => show(stepsIn(latest).length - 1),
      reset: () => show(0),
    },
    'To the last node of the backward pass',
    {
      label: 'Walk through the graph',
      scrubber: {
        label: 'Node',
        describe: (node) => (latest ? `${node + 1}: ${stepsIn(latest)[node]?.symbol ?? ''}` : ''),
        onScrub: show,
      },
      onSpeed: (speed) => dispatch({ kind: 'choose speed', speed }),
    },
  );
  return {
    element: bar.element,
    render(state) {
      latest = state;
      const last = stepsIn(state).length - 1;
      bar.render({
        moving: state.motion === 'playing',
        canStep: state.node < last,
        canGoBack: state.node > 0,
        moment: state.node,
        moments: last + 1,
        speed: state.speed,
      });
    },
  };
}

function formPart(dispatch: (action: Action) => void): Part<State> {
  const layout = segmentedChoice('An example is', { rows: 'a row', columns: 'a column' }, (name) =>
    dispatch({ kind: 'choose form', form: { layout: name } }),
  );
  const activation = segmentedChoice('Function of the hidden units', { tanh: 'tanh', relu: 'ReLU' }, (name) =>
    dispatch({ kind: 'choose form', form: { activation: name } }),
  );
  const equation = html('p', { class: 'backpropagation-convention' });
  return {
    element: html('div', { class: 'backpropagation-form' }, layout.element, equation, activation.element),
    render({ form }) {
      layout.set(form.layout);
      activation.set(form.activation);
      setText(
        equation,
        form.layout === 'rows'
          ? 'Z = X W + b, ∂L/∂W = Xᵀ δ: the layout of most code.'
          : 'Z = W X + b, ∂L/∂W = δ Xᵀ: the layout of most books.',
      );
    },
  };
}

function filePart(download: string): Part<State> {
  const link = html('a', { href: download, download: 'backward.onnx' }, 'Download backward.onnx');
  const note = html('p', { class: 'figure-note' });
  return {
    element: html('div', {}, html('p', {}, link), note),
    render(state) {
      const { node } = shownStep(state);
      const isShipped = state.form.layout === 'rows' && state.form.activation === 'tanh';
      setText(
        note,
        isShipped
          ? `The file is the graph shown: this node is its output ${node.name}.`
          : 'The file holds rows and tanh; the graph shown was encoded in the page.',
      );
    },
  };
}
