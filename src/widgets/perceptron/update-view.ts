/** The latest update in numbers, and the log of all of them. */

import { html, setAttributes, setText } from '../kit/dom.ts';
import { formatNumber } from '../kit/number-format.ts';
import { type Labels, labelText } from './conventions.ts';
import { rules, type State, type Update, unitOf } from './state.ts';

/** Older rows leave the page; the count of steps keeps them in mind. */
const mostRows = 80;

const names = ['w₁', 'w₂', 'b'] as const;

/** Of w₁, w₂ and b, which meets a constant input of 1. */
const numbersOf = (unit: Update['before']) => [...unit.weights, unit.bias];
const inputsOf = ({ point }: Update) => [...point.at, 1];

const verdict = ({ mistake }: Update) => (mistake ? 'mistake' : 'right');
/** Negative factors stand in brackets. */
const factor = (value: number) => (value < 0 ? `(${formatNumber(value)})` : formatNumber(value));

/** `w₁x₁ + w₂x₂ + b` with the numbers put in. */
export const sumText = (update: Update): string => {
  const [w1, w2, b] = numbersOf(update.before);
  const [x1, x2] = update.point.at;
  return `${formatNumber(w1)} · ${factor(x1)} + ${factor(w2)} · ${factor(x2)} + ${factor(b)} = ${formatNumber(update.sum)}`;
};

/** What is added to a parameter that meets this input: learning rate · error · input. */
export function changeText(update: Update, input: number): string {
  const { rule, learningRate, point, sum, mistake } = update;
  if (rule === 'perceptron' && !mistake) return 'none';
  const error = rule === 'perceptron' ? point.label : point.label - sum;
  const change = learningRate * error * input;
  return `${formatNumber(learningRate)} · ${factor(error)} · ${factor(input)} = ${formatNumber(change)}`;
}

export function updateView() {
  const title = html('p', { class: 'update-title' });
  const sum = html('p', { class: 'update-sum' });
  const rows = names.map((name) => ({
    before: html('td', {}),
    change: html('td', {}),
    after: html('td', {}),
    name: html('th', { scope: 'row' }, name),
  }));
  const table = html(
    'table',
    { class: 'numbers update-table' },
    html('caption', { class: 'unseen' }, 'The parameters before and after the latest step'),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        ...['parameter', 'before', 'change', 'now'].map((text) => html('th', { scope: 'col' }, text)),
      ),
    ),
    html(
      'tbody',
      {},
      ...rows.map(({ name, before, change, after }) => html('tr', {}, name, before, change, after)),
    ),
  );
  return {
    element: html('div', { class: 'update' }, title, sum, table),
    render(state: State) {
      const latest = state.position > 0 ? state.updates[state.position - 1] : null;
      const now = numbersOf(unitOf(state));
      const before = latest ? numbersOf(latest.before) : now;
      rows.forEach((row, i) => {
        setText(row.before, latest ? formatNumber(before[i]) : '');
        setText(row.change, latest ? changeText(latest, inputsOf(latest)[i]) : '');
        setText(row.after, formatNumber(now[i]));
        setAttributes(row.after, { 'data-changed': latest !== null && before[i] !== now[i] });
      });
      setText(title, titleOf(state, latest));
      setText(sum, latest ? `w·x + b = ${sumText(latest)}` : '');
      setAttributes(sum, { 'data-mistake': latest ? String(latest.mistake) : null });
    },
  };
}

function titleOf(state: State, latest: Update | null): string {
  if (latest)
    return `Step ${state.position}: example ${latest.example + 1} wants ${labelText(latest.point.label, state.labels)}: ${verdict(latest)}`;
  if (state.moment === null) return 'Before the first step';
  const { step, mistakes } = state.shipped[state.rule][state.moment];
  return `As recorded after ${step} examples and ${mistakes} mistake${mistakes === 1 ? '' : 's'}`;
}

export function logView() {
  const body = html('tbody', {});
  const table = html(
    'table',
    { class: 'numbers log-table' },
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        ...['step', 'rule', 'example', 'wanted', 'sum', 'verdict', ...names].map((text) =>
          html('th', { scope: 'col' }, text),
        ),
      ),
    ),
    body,
  );
  const scroller = html(
    'div',
    { class: 'log-scroller', tabindex: 0, role: 'region', 'aria-label': 'Log of all steps' },
    table,
    html('p', { class: 'log-empty' }, 'No step yet: press Step to show the unit one example.'),
  );
  const rows: { step: number; update: Update; element: HTMLElement }[] = [];
  return {
    element: scroller,
    render({ updates, position, labels }: State) {
      const first = Math.max(1, position - mostRows + 1);
      // Rows that stay are left alone, so that a step costs one row however long the log is.
      while (rows.length > 0 && rows[0].step < first) rows.shift()?.element.remove();
      const isStale = ({ step, update }: (typeof rows)[number]) =>
        step > position || updates[step - 1] !== update;
      while (rows.length > 0 && isStale(rows[rows.length - 1])) rows.pop()?.element.remove();
      for (let step = (rows.at(-1)?.step ?? first - 1) + 1; step <= position; step++) {
        const update = updates[step - 1];
        const element = rowOf(update, step, labels);
        rows.push({ step, update, element });
        body.append(element);
      }
      setAttributes(scroller, { 'data-empty': position === 0 });
    },
  };
}

function rowOf(update: Update, step: number, labels: Labels): HTMLTableRowElement {
  const [before, after] = [numbersOf(update.before), numbersOf(update.after)];
  const [x1, x2] = update.point.at;
  return html(
    'tr',
    { 'data-mistake': String(update.mistake) },
    html('th', { scope: 'row' }, String(step)),
    html('td', {}, rules[update.rule].title.replace(' rule', '').toLowerCase()),
    html('td', {}, `${update.example + 1}: (${formatNumber(x1)}, ${formatNumber(x2)})`),
    html('td', {}, labelText(update.point.label, labels)),
    html('td', {}, formatNumber(update.sum)),
    html('td', {}, verdict(update)),
    ...names.map((_, i) =>
      html(
        'td',
        {},
        before[i] === after[i]
          ? formatNumber(after[i])
          : `${formatNumber(before[i])} → ${formatNumber(after[i])}`,
      ),
    ),
  );
}
