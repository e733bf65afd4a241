/** What the reader sets: the network, its masks, what it is shown, and which units it loses. */

import { button, segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import { drawingPad } from '../kit/drawing-pad.ts';
import { fold, type Part } from '../kit/fold.ts';
import { slider } from '../kit/slider.ts';
import { type Action, examples } from './model.ts';
import {
  maskRates,
  mostRemoved,
  type NetworkName,
  networkNames,
  networkRates,
  pictureCount,
  removedStep,
  type Settings,
  type State,
} from './state.ts';

type Dispatch = (action: Action) => void;

const setter =
  (dispatch: Dispatch) =>
  (change: Partial<Settings>): void =>
    dispatch({ kind: 'set', change });

export const controlsParts = (dispatch: Dispatch): readonly Part<State>[] => [
  networkPart(dispatch),
  ratePart(dispatch),
  picturePart(dispatch),
  fold('Draw a digit instead', padPart(dispatch)),
];

function networkPart(dispatch: Dispatch): Part<State> {
  const titles = Object.fromEntries(networkNames.map((name) => [name, String(networkRates[name])]));
  const choice = segmentedChoice<NetworkName>(
    'Network trained with dropout rate',
    titles as Record<NetworkName, string>,
    (network) => setter(dispatch)({ network }),
  );
  return { element: choice.element, render: ({ settings }) => choice.set(settings.network) };
}

function ratePart(dispatch: Dispatch): Part<State> {
  const titles = Object.fromEntries(maskRates.map((rate) => [`p${rate}`, String(rate)]));
  const choice = segmentedChoice<string>('Masks drawn at rate', titles, (chosen) =>
    setter(dispatch)({ rate: maskRates.find((rate) => `p${rate}` === chosen) ?? 0.5 }),
  );
  const again = button('Other masks', () => dispatch({ kind: 'other masks' }));
  return {
    element: html('div', { class: 'dropout-row' }, choice.element, again),
    render: ({ settings }) => choice.set(`p${settings.rate}`),
  };
}

function picturePart(dispatch: Dispatch): Part<State> {
  const set = setter(dispatch);
  const buttons = examples.map(({ title, picture }) => button(title, () => set({ picture })));
  const number = slider({
    label: 'Test digit',
    min: 1,
    max: pictureCount,
    step: 1,
    stepped: true,
    onChange: (picture) => set({ picture }),
  });
  return {
    element: html(
      'div',
      { class: 'dropout-part' },
      html('div', { class: 'dropout-examples', role: 'group', 'aria-label': 'Examples' }, ...buttons),
      number.element,
    ),
    render({ settings, strokes }) {
      number.set(settings.picture);
      examples.forEach(({ picture }, i) => {
        buttons[i].setAttribute('aria-pressed', String(!strokes && picture === settings.picture));
      });
    },
  };
}

function padPart(dispatch: Dispatch): Part<State> {
  const pad = drawingPad({
    label: 'Draw a digit',
    onChange: (strokes) => dispatch({ kind: 'draw', strokes }),
  });
  return {
    element: pad.element,
    render: ({ strokes }) => pad.set(strokes ?? []),
  };
}

export function removedPart(dispatch: Dispatch): Part<State> {
  const removed = slider({
    label: 'Strongest hidden units taken away',
    min: 0,
    max: mostRemoved,
    step: removedStep,
    stepped: true,
    onChange: (value) => setter(dispatch)({ removed: value }),
  });
  return {
    element: html('div', { class: 'dropout-removed' }, removed.element),
    render: ({ settings }) => removed.set(settings.removed),
  };
}
