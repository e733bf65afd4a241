/** The points as a table, which can do all that the plot can, and the bar for the selected point. */

import { button, segmentedChoice } from '../kit/controls.ts';
import { html, setAttributes, setText } from '../kit/dom.ts';
import { formatNumber } from '../kit/number-format.ts';
import { labelText } from './conventions.ts';
import { isRight } from './course.ts';
import { freePlace, mostPoints, plane } from './points.ts';
import { canAdd, type State } from './state.ts';
import type { Action } from './update.ts';

export function pointBar(dispatch: (action: Action) => void, focusSelected: () => void) {
  let state: State;
  const text = html('span', { class: 'point-bar-text' });
  const selected = (make: (point: number) => Action) => () => {
    if (state.selected !== null) dispatch(make(state.selected));
  };
  const flip = button(
    'Flip',
    selected((point) => ({ kind: 'flip point', point })),
  );
  const remove = button(
    'Remove',
    selected((point) => ({ kind: 'remove point', point })),
  );
  const newLabel = segmentedChoice<'1' | '-1'>('New points want', { '1': '+1', '-1': '−1' }, (value) =>
    dispatch({ kind: 'choose new label', label: value === '1' ? 1 : -1 }),
  );
  const add = button('Add a point', () => {
    dispatch({ kind: 'add point', at: freePlace(state.points) });
    focusSelected();
  });
  return {
    element: html('div', { class: 'point-bar' }, text, flip, remove, newLabel.element, add),
    render(next: State) {
      state = next;
      const { selected: point, points } = state;
      setText(
        text,
        point === null
          ? 'No point selected'
          : `Point ${point + 1}, wants ${labelText(points[point].label, state.labels)}`,
      );
      for (const one of [flip, remove]) setAttributes(one, { 'aria-disabled': String(point === null) });
      setAttributes(add, {
        'aria-disabled': String(!canAdd(state)),
        title: canAdd(state) ? null : `There is room for ${mostPoints} points`,
      });
      newLabel.set(state.newLabel === 1 ? '1' : '-1');
    },
  };
}

export function pointsTable(dispatch: (action: Action) => void) {
  const score = html('th', { scope: 'col' });
  const body = html('tbody', {});
  const rows: ReturnType<typeof makeRow>[] = [];

  function makeRow(index: number) {
    const inputs = ([0, 1] as const).map((axis) => {
      const input = html('input', {
        type: 'number',
        step: 0.05,
        min: plane.domain[0],
        max: plane.domain[1],
        'aria-label': `${plane.axes[axis]} of point ${index + 1}`,
      });
      input.addEventListener('change', () => {
        if (Number.isNaN(input.valueAsNumber)) return;
        const to = inputs.map((one) => one.valueAsNumber) as [number, number];
        dispatch({ kind: 'move point', point: index, to });
      });
      return input;
    });
    const [wanted, sum, outcome] = [html('td', {}), html('td', {}), html('td', {})];
    const flip = button('Flip', () => dispatch({ kind: 'flip point', point: index }));
    const remove = button('Remove', () => dispatch({ kind: 'remove point', point: index }));
    setAttributes(flip, { 'aria-label': `Flip point ${index + 1}` });
    setAttributes(remove, { 'aria-label': `Remove point ${index + 1}` });
    const element = html(
      'tr',
      {},
      html('th', { scope: 'row' }, String(index + 1)),
      ...inputs.map((input) => html('td', {}, input)),
      wanted,
      sum,
      outcome,
      html('td', { class: 'row-actions' }, flip, remove),
    );
    return { element, inputs, wanted, sum, outcome, buttons: [flip, remove] };
  }

  return {
    element: html(
      'div',
      { class: 'table-scroller' },
      html(
        'table',
        { class: 'numbers' },
        html('caption', { class: 'unseen' }, 'The points, what they want and what the model answers'),
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            ...['point', ...plane.axes, 'wanted'].map((text) => html('th', { scope: 'col' }, text)),
            score,
            html('th', { scope: 'col' }, 'answer'),
            html('th', { scope: 'col' }, 'change'),
          ),
        ),
        body,
      ),
    ),
    render(state: State) {
      setText(score, state.view === 'hidden' ? 'probability' : 'sum');
      while (rows.length > state.points.length) rows.pop()?.element.remove();
      while (rows.length < state.points.length) {
        const row = makeRow(rows.length);
        rows.push(row);
        body.append(row.element);
      }
      state.points.forEach(({ at, label: wanted }, i) => {
        const row = rows[i];
        row.inputs.forEach((input, axis) => {
          input.disabled = state.view === 'hidden';
          // What the reader is typing stays.
          if (document.activeElement !== input) input.value = String(at[axis]);
        });
        for (const one of row.buttons)
          setAttributes(one, { 'aria-disabled': String(state.view === 'hidden') });
        setText(row.wanted, labelText(wanted, state.labels));
        const outcome = state.measured?.outcomes[i];
        setText(row.sum, outcome ? formatNumber(outcome.score + (state.view === 'hidden' ? 0.5 : 0)) : '');
        setText(
          row.outcome,
          outcome
            ? outcome.score === 0
              ? 'on the line: wrong'
              : `${labelText(outcome.answer, state.labels)}: ${isRight(state, i) ? 'right' : 'wrong'}`
            : '',
        );
      });
    },
  };
}
