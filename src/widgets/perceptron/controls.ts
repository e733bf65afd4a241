/** What the reader chooses: the question, the points, the rule, its rate and what the unit answers with. */

import { listSlider, segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { selectChoice } from '../kit/select.ts';
import { type Answer, answers } from './conventions.ts';
import { type PresetName, presets } from './points.ts';
import { learningRates, type RuleName, rules, type State, type ViewName, views } from './state.ts';
import type { Action } from './update.ts';

export function controls(dispatch: (action: Action) => void): Part<State> {
  const view = segmentedChoice<ViewName>('Show', views, (chosen) =>
    dispatch({ kind: 'choose view', view: chosen }),
  );
  const preset = segmentedChoice<PresetName>('Points', presets, (chosen) =>
    dispatch({ kind: 'choose preset', preset: chosen }),
  );
  const rule = segmentedChoice<RuleName>(
    'Learn by',
    { perceptron: rules.perceptron.title, delta: rules.delta.title },
    (chosen) => dispatch({ kind: 'choose rule', rule: chosen }),
  );
  const rate = listSlider('Learning rate', (index) =>
    dispatch({ kind: 'set learning rate', learningRate: learningRates[index] }),
  );
  rate.setRange(learningRates.length, (index) => formatNumber(learningRates[index]));
  const answer = selectChoice<Answer>('The unit answers with', answers, (chosen) =>
    dispatch({ kind: 'choose answer', answer: chosen }),
  );
  return {
    element: html(
      'div',
      { class: 'perceptron-controls' },
      view.element,
      preset.element,
      rule.element,
      rate.element,
      answer.element,
    ),
    render(state) {
      view.set(state.view);
      preset.set(state.preset);
      rule.set(state.rule);
      rate.set(learningRates.indexOf(state.learningRate as (typeof learningRates)[number]));
      answer.set(state.answer);
      preset.element.hidden = state.view === 'hidden' || state.view === 'stream';
      for (const one of [rule, rate, answer]) one.element.hidden = state.view !== 'unit';
    },
  };
}
