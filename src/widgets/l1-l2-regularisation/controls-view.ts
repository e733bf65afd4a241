/** What the reader sets in the figure of penalties, and the equations that follow from it. */

import { members } from '../../recipes/penalty-network.ts';
import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { walkBar } from '../kit/walk-bar.ts';
import type { Moves } from '../kit/walking-figure.ts';
import type { Action } from './model.ts';
import { aboutSteps, objectiveOf, stepOf } from './sentences.ts';
import { type MethodName, type Settings, type State, strengthOf } from './state.ts';

export type Dispatch = (action: Action) => void;
export type SetSettings = (change: Partial<Settings>) => void;

export const control = <Value>(
  made: { readonly element: HTMLElement; set(value: Value): void },
  of: (settings: Settings) => Value,
): Part<State> => ({ element: made.element, render: ({ settings }) => made.set(of(settings)) });

export function methodAndConvention(set: SetSettings): Part<State> {
  const titles = { proximal: 'L1, proximal', subgradient: 'L1, subgradient', l2: 'L2' };
  const method = segmentedChoice<MethodName>('Penalty', titles, (chosen) => set({ method: chosen }));
  const convention = segmentedChoice<Settings['convention']>(
    'L2 is written',
    { half: 'λ/2 Σ w²', whole: 'λ Σ w²' },
    (chosen) => set({ convention: chosen }),
  );
  return {
    element: html('div', { class: 'penalty-part' }, method.element, convention.element),
    render({ settings }) {
      method.set(settings.method);
      convention.set(settings.convention, { disabled: settings.method !== 'l2' });
    },
  };
}

export function equations(): Part<State> {
  const objective = html('p', {});
  const step = html('p', {});
  const words = html('p', { class: 'penalty-key' });
  return {
    element: html(
      'div',
      { class: 'penalty-part' },
      html('div', { class: 'equation-lines' }, objective, step),
      words,
    ),
    render({ settings }) {
      setText(objective, objectiveOf(settings));
      setText(step, stepOf(settings));
      setText(words, aboutSteps(settings));
    },
  };
}

export const stepsPart = (dispatch: Dispatch, moves: Moves): Part<State> =>
  walkBar({
    label: 'Along λ',
    toEnd: 'To the largest strength',
    scrubber: 'Strength λ',
    describe: (place, { settings }) => formatNumber(strengthOf(settings, place)),
    momentOf: ({ settings }) => settings.member,
    lastOf: () => members - 1,
    goTo: (member) => dispatch({ kind: 'go to', member }),
    moves,
  });
