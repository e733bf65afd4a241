/** What one example tells the network: the probabilities, what they should have been, and the difference. */

import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { numberField } from '../kit/number-field.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { Action } from './model.ts';
import { classes, perNat, training } from './network.ts';
import { classNames, feedbackOf } from './sentences.ts';
import { labelOf, type State } from './state.ts';

export function feedbackView(dispatch: (action: Action) => void): Part<State> {
  const choice = numberField({
    label: `Training example, 1 to ${training.count}`,
    min: 1,
    max: training.count,
    step: 1,
    onChange: (example) => dispatch({ kind: 'select example', example: example - 1 }),
  });
  const words = html('p', {});
  const cells = Array.from({ length: classes }, () => Array.from({ length: 3 }, () => html('td', {})));
  const table = html(
    'table',
    { class: 'numbers' },
    html('caption', { class: 'unseen' }, 'Feedback for the chosen example'),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        ...['Class', 'Probability p', 'Target t', 'Error p − t'].map((name) =>
          html('th', { scope: 'col' }, name),
        ),
      ),
    ),
    html(
      'tbody',
      {},
      ...cells.map((row, k) => html('tr', {}, html('th', { scope: 'row' }, classNames[k]), ...row)),
    ),
  );
  return {
    element: html(
      'div',
      { class: 'training-feedback' },
      choice.element,
      words,
      html(
        'div',
        { class: 'table-scroller', tabindex: 0, role: 'region', 'aria-label': 'Feedback in numbers' },
        table,
      ),
    ),
    render(state) {
      choice.set(state.example + 1);
      const feedback = feedbackOf(state);
      feedback.forEach(({ probability, target, error }, k) => {
        [probability, target, error].forEach((value, i) => {
          setText(cells[k][i], formatNumber(value, 3));
        });
      });
      const right = feedback[labelOf(state.example)];
      if (!right) return;
      const { unit } = state.course;
      const loss = -Math.log(right.probability) * perNat[unit];
      setText(
        words,
        `Its class is ${right.name}; the network gives that ${formatNumber(100 * right.probability, 3)} %, which is a loss of ${formatNumber(loss, 3)} ${unit}. The errors add up to zero: what is taken from one class is given to another.`,
      );
    },
  };
}
