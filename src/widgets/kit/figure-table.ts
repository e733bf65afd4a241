/** A figure's table, and its list of hyper-parameters, kept up to date cell by cell. */

import { html, setText } from './dom.ts';
import type { FigureTable } from './figure-model.ts';
import type { Part } from './fold.ts';

/** More rows than this are counted below the table instead. */
const mostRows = 200;

export function figureTable<State>(table: (state: State) => FigureTable): Part<State> {
  const caption = html('caption', {});
  const head = html('tr', {});
  const body = html('tbody', {});
  const rest = html('p', { class: 'figure-rest' });
  const scroller = html(
    'div',
    { class: 'table-scroller', tabindex: 0, role: 'region' },
    html('table', { class: 'numbers' }, caption, html('thead', {}, head), body),
  );
  return {
    element: html('div', {}, scroller, rest),
    render(state) {
      const shown = table(state);
      setText(caption, shown.caption);
      scroller.setAttribute('aria-label', shown.caption);
      fill(head, shown.columns, () => html('th', { scope: 'col' }));
      const rows = shown.rows.slice(0, mostRows);
      adjust(body, rows.length, () => html('tr', {}));
      rows.forEach((row, i) => {
        fill(body.children[i], row, (column) =>
          column === 0 ? html('th', { scope: 'row' }) : html('td', {}),
        );
      });
      const more = shown.rows.length - rows.length;
      setText(rest, more > 0 ? `and ${more} more rows` : '');
    },
  };
}

export function hyperparameterList<State>(
  list: (state: State) => readonly (readonly [string, string])[],
): Part<State> {
  const element = html('dl', { class: 'figure-hyperparameters' });
  return {
    element,
    render(state) {
      const texts = list(state);
      adjust(element, texts.length, () => html('div', {}, html('dt', {}), html('dd', {})));
      texts.forEach((pair, i) => {
        pair.forEach((text, j) => {
          setText(element.children[i].children[j], text);
        });
      });
    },
  };
}

function fill(parent: Element, texts: readonly string[], make: (index: number) => Element): void {
  adjust(parent, texts.length, make);
  texts.forEach((text, i) => {
    setText(parent.children[i], text);
  });
}

function adjust(parent: Element, count: number, make: (index: number) => Element): void {
  while (parent.children.length > count) parent.lastElementChild?.remove();
  while (parent.children.length < count) parent.append(make(parent.children.length));
}
