/** The switch of conventions: equation, graph and picture change together. */

import { print } from '../../graph/print.ts';
import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { type Labels, labellings, ruleEquation, type Ties, tieRules } from './conventions.ts';
import { stepOf } from './rule-graphs.ts';
import type { State } from './state.ts';
import type { Action } from './update.ts';

const deltaEquation = ['w ← w + η (y − s) x', 'b ← b + η (y − s)'];

export function conventionsView(dispatch: (action: Action) => void): Part<State> {
  const labels = segmentedChoice<Labels>('Labels', labellings, (chosen) =>
    dispatch({ kind: 'choose labels', labels: chosen }),
  );
  const ties = segmentedChoice<Ties>('A sum of 0 is', tieRules, (chosen) =>
    dispatch({ kind: 'choose ties', ties: chosen }),
  );
  const equation = html('pre', {
    class: 'rule-equation',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The rule as an equation',
  });
  const graph = html('pre', {
    class: 'rule-graph',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The graph of one step',
  });
  const note = html('p', { class: 'hint' });
  return {
    element: html('div', { class: 'conventions' }, labels.element, ties.element, note, equation, graph),
    render(state) {
      const isPerceptron = state.view === 'unit' && state.rule === 'perceptron';
      labels.set(state.labels, { disabled: !isPerceptron });
      ties.set(state.ties, { disabled: !isPerceptron });
      setText(
        note,
        isPerceptron
          ? 'A change begins again from zero weights: only there do the conventions differ. The graph is the one that runs.'
          : 'The conventions are those of the perceptron rule, shown for one unit.',
      );
      const rule = state.view === 'unit' ? state.rule : 'perceptron';
      setText(
        equation,
        (rule === 'delta' ? deltaEquation : ruleEquation(state.labels, state.ties)).join('\n'),
      );
      setText(graph, print(stepOf(rule, state.labels, state.ties)));
    },
  };
}
