/** Where the kept units are scaled: a switch that changes equation, graph and picture together. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import type { Action } from './model.ts';
import { printed, programs } from './programs.ts';
import { conventionSentence } from './sentences.ts';
import type { Convention, State } from './state.ts';

export function conventionPart(dispatch: (action: Action) => void): Part<State> {
  const choice = segmentedChoice<Convention>(
    'Kept units are scaled',
    { inverted: 'in training', classic: 'afterwards' },
    (convention) => dispatch({ kind: 'set', change: { convention } }),
  );
  const cells = ['In training', 'Afterwards'].map((when) => {
    const equation = html('dd', {});
    return { equation, element: html('div', {}, html('dt', {}, when), equation) };
  });
  const words = html('p', {});
  return {
    element: html(
      'div',
      { class: 'dropout-part' },
      choice.element,
      html('dl', { class: 'dropout-equation' }, ...cells.map(({ element }) => element)),
      words,
    ),
    render(state) {
      const { convention } = state.settings;
      choice.set(convention);
      cells.forEach(({ equation }, i) => {
        setText(equation, programs[convention].equation[i]);
      });
      setText(words, conventionSentence(state));
    },
  };
}

/** Both graphs as the figure runs them, but for the number of masks. */
export function graphPart(): Part<State> {
  const text = html('pre', {
    class: 'graph-text',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Graphs of the layer in training and afterwards',
  });
  return {
    element: text,
    render: ({ settings: { convention, rate } }) => setText(text, printed(convention, rate)),
  };
}
