/** The parts of the small network's figure, drawn from its state. */

import { type DrawingName, drawings } from '../../datasets/drawings/index.ts';
import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import { drawingPad } from '../kit/drawing-pad.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import { fold, type Part } from '../kit/fold.ts';
import { pictureInput } from '../kit/picture-input.ts';
import { colourPicture, pictureAddress } from '../kit/pixel-picture.ts';
import { selectChoice } from '../kit/select.ts';
import { stepBar } from '../kit/step-bar.ts';
import { type LayerName, layerTitles } from './layers.ts';

import { classesMarkup, filtersMarkup, mapsMarkup, pictureMarkup } from './markup.ts';
import { type Ground, grounds, type Ink, inks } from './painted.ts';
import { epochSentence, layerSentence, subject } from './sentences.ts';
import { type Action, answersOf, drawingPicture, epochsOf, type State } from './state.ts';

type Dispatch = (action: Action) => void;

export interface Playing {
  readonly play: () => void;
  readonly pause: () => void;
}

export function parts(dispatch: Dispatch, playing: Playing): FigureParts<State> {
  return {
    main: [
      pictureAndClasses(),
      drawingChoice(dispatch),
      fold('Draw a picture', painting(dispatch)),
      fold('Take a picture of your own', own(dispatch)),
    ],
    side: [maps(dispatch), filters(dispatch, playing)],
  };
}

/** Draws anew only when what it is drawn from has changed. */
function drawn<T>(element: HTMLElement, draw: (from: T) => string): (from: T | null) => void {
  let last: T | null = null;
  return (from) => {
    if (from === last || from === null) return;
    last = from;
    element.innerHTML = draw(from);
  };
}

function pictureAndClasses(): Part<State> {
  const picture = html('div', { class: 'cifar-picture' });
  const classes = html('div', {});
  let shown = '';
  const drawPicture = drawn<Float32Array>(picture, (values) => pictureMarkup(values, shown));
  const drawClasses = drawn<Float32Array>(classes, classesMarkup);
  return {
    element: html('div', { class: 'cifar-answer' }, picture, classes),
    render(state) {
      shown = subject(state);
      drawPicture(state.picture);
      drawClasses(answersOf(state)?.probability ?? null);
    },
  };
}

let groups = 0;

function drawingChoice(dispatch: Dispatch): Part<State> {
  const name = `cifar-drawing-${++groups}`;
  const inputs = (Object.keys(drawings) as DrawingName[]).map((drawing) => {
    const input = html('input', { type: 'radio', name, value: drawing });
    input.addEventListener('change', () => dispatch({ kind: 'take drawing', name: drawing }));
    const picture = html('img', { class: 'pixels', width: 32, height: 32, alt: drawings[drawing].title });
    return { drawing, input, picture, element: html('label', {}, input, picture) };
  });
  // One at a time: all ten together would hold up the page.
  const fill = (index: number) => {
    if (index === inputs.length) return;
    const { drawing, picture } = inputs[index];
    picture.src = pictureAddress(colourPicture(drawingPicture(drawing)));
    setTimeout(() => fill(index + 1));
  };
  setTimeout(() => fill(0));
  return {
    element: html(
      'fieldset',
      { class: 'cifar-drawings' },
      html('legend', {}, 'Our drawings'),
      ...inputs.map(({ element }) => element),
    ),
    render({ source }) {
      for (const { input } of inputs)
        input.checked = source.kind === 'drawing' && source.name === input.value;
    },
  };
}

function painting(dispatch: Dispatch): Part<State> {
  const pad = drawingPad({
    label: 'Draw one of the ten kinds of thing',
    onChange: (strokes) => dispatch({ kind: 'paint', strokes }),
  });
  const ground = segmentedChoice<Ground>('Ground', grounds, (chosen) =>
    dispatch({ kind: 'set ground', ground: chosen }),
  );
  const ink = segmentedChoice<Ink>('Pen', inks, (chosen) => dispatch({ kind: 'set ink', ink: chosen }));
  return {
    element: html('div', { class: 'cifar-fold' }, ground.element, ink.element, pad.element),
    render(state) {
      ground.set(state.ground);
      ink.set(state.ink);
      pad.set(state.strokes);
    },
  };
}

function own(dispatch: Dispatch): Part<State> {
  const input = pictureInput({
    label: 'A picture',
    onPicture: (picture, name) => dispatch({ kind: 'take own', picture, name }),
  });
  const words = html(
    'p',
    { class: 'hint' },
    'The network knows ten kinds of thing and answers with one of them whatever it sees.',
  );
  return { element: html('div', { class: 'cifar-fold' }, input.element, words), render: () => {} };
}

function maps(dispatch: Dispatch): Part<State> {
  const layer = selectChoice<LayerName>('What a layer answers', layerTitles, (chosen) =>
    dispatch({ kind: 'show layer', layer: chosen }),
  );
  const words = html('p', {});
  const picture = html('div', { class: 'cifar-maps' });
  let shown: LayerName;
  const draw = drawn<Float32Array>(picture, (values) => mapsMarkup(shown, values));
  return {
    element: html('div', { class: 'cifar-layer' }, layer.element, words, picture),
    render(state) {
      layer.set(state.layer);
      shown = state.layer;
      setText(words, layerSentence(state));
      draw(answersOf(state)?.[state.layer] ?? null);
    },
  };
}

function filters(dispatch: Dispatch, { play, pause }: Playing): Part<State> {
  const show = (epoch: number) => dispatch({ kind: 'show epoch', epoch });
  let state: State;
  const bar = stepBar(
    {
      back: () => show(state.epoch - 1),
      step: () => show(state.epoch + 1),
      play,
      pause,
      run: () => show(epochsOf(state) - 1),
      reset: () => show(0),
    },
    'To the end of training',
    {
      label: 'Epochs',
      scrubber: { label: 'Epoch', describe: String, onScrub: show },
      onSpeed: (speed) => dispatch({ kind: 'set speed', speed }),
    },
  );
  const grid = html('div', { class: 'cifar-filters' });
  const words = html('p', {});
  const draw = drawn<readonly number[]>(grid, filtersMarkup);
  return {
    element: html(
      'div',
      { class: 'cifar-layer' },
      html('p', { class: 'slider-label' }, 'The 32 filters of conv1, each on its own scale; grey is 0'),
      grid,
      bar.element,
      words,
    ),
    render(next) {
      state = next;
      const moments = epochsOf(state);
      bar.render({
        moving: state.playing,
        canStep: state.epoch < moments - 1,
        canGoBack: state.epoch > 0,
        moment: state.epoch,
        moments,
        speed: state.speed,
      });
      setText(words, epochSentence(state));
      draw(state.shipped?.history.parameters['conv1.kernels'].values[state.epoch] ?? null);
    },
  };
}
