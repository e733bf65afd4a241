/** The picked parameter's gradient beside a finite difference, and training steps. */

import { button } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { selectChoice } from '../kit/select.ts';
import { pickedGradient, slopeOf } from './compute.ts';
import type { Action } from './model.ts';
import { symbolOfInput } from './names.ts';
import { placeText } from './sentences.ts';
import { differences, learningRates, lossOf, type State } from './state.ts';

const options = (list: readonly number[]) =>
  Object.fromEntries(list.map((one) => [String(one), formatNumber(one)])) as Record<string, string>;

export function checkPart(dispatch: (action: Action) => void): Part<State> {
  const difference = selectChoice('Difference ε', options(differences), (text) =>
    dispatch({
      kind: 'choose difference',
      difference: differences.find((one) => String(one) === text) ?? 0.01,
    }),
  );
  const title = html('p', { class: 'slider-label' });
  const rows = ['By backpropagation', 'By (L(w + ε) − L(w − ε)) / 2ε', 'They differ by'].map((name) => {
    const value = html('td', {});
    return { value, element: html('tr', {}, html('th', { scope: 'row' }, name), value) };
  });
  const table = html(
    'table',
    { class: 'numbers check' },
    html('caption', { class: 'unseen' }, 'Gradient of the picked number, computed in two ways'),
    html('tbody', {}, ...rows.map(({ element }) => element)),
  );
  const note = html('p', { class: 'figure-note' });
  return {
    element: html('div', { class: 'check-part' }, title, table, difference.element, note),
    render(state) {
      const gradient = pickedGradient(state);
      const slope = state.check && slopeOf(state.check);
      const texts = [
        gradient,
        slope,
        gradient !== null && slope !== null ? Math.abs(gradient - slope) : null,
      ];
      setText(title, `Gradient of the loss by ${placeText(state.pick, state)}`);
      rows.forEach(({ value }, i) => {
        const number = texts[i];
        setText(value, number === null ? '–' : formatNumber(number, i === 2 ? 2 : 6));
      });
      difference.set(String(state.difference));
      setText(note, noteOf(state));
    },
  };
}

function noteOf({ pick, difference }: State): string {
  if (pick.name === 'x')
    return `${symbolOfInput(pick.name)} is data: nothing is to be learned there, so its gradient is not computed.`;
  if (difference >= 0.1)
    return 'Two runs of the forward pass. So large an ε also measures how the slope changes.';
  if (difference <= 1e-4)
    return 'Two runs of the forward pass. So small an ε leaves little but the rounding of float32.';
  return 'Two runs of the forward pass, for this one number; backpropagation gives all 17 in one.';
}

export function trainingPart(dispatch: (action: Action) => void, train: () => void): Part<State> {
  const press = button('Take a training step', train);
  const rate = selectChoice('Learning rate η', options(learningRates), (text) =>
    dispatch({ kind: 'choose rate', rate: learningRates.find((one) => String(one) === text) ?? 0.3 }),
  );
  const loss = html('p', { class: 'training-loss' });
  return {
    element: html('div', { class: 'training-part' }, press, rate.element, loss),
    render(state) {
      const now = lossOf(state);
      rate.set(String(state.rate));
      const steps = state.trained === 1 ? '1 step' : `${state.trained} steps`;
      setText(loss, now === null ? 'Loss: …' : `Loss: ${formatNumber(now, 4)}, after ${steps} here`);
    },
  };
}
