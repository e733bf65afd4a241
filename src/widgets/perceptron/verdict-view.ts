/** What the training has come to, in sentences, and what can be done about it. */

import { button } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Course } from './course.ts';
import type { Action } from './model.ts';
import { describeEnding, describeFit } from './sentences.ts';
import type { State } from './state.ts';

export function verdictView(dispatch: (action: Action) => void) {
  const count = html('p', { class: 'verdict-count' });
  const fit = html('p', { class: 'verdict-fit' });
  const ending = html('p', { class: 'verdict-ending' });
  const recover = button('Reset, with a smaller learning rate', () => dispatch({ kind: 'recover' }));
  const layer = button('Add a hidden layer', () => dispatch({ kind: 'show hidden layer', shown: true }));
  const unit = button('Back to one unit', () => dispatch({ kind: 'show hidden layer', shown: false }));
  return {
    element: html('div', { class: 'verdict' }, count, fit, ending, recover, layer, unit),
    render(state: State, course: Course, best: number): void {
      setText(count, countText(state, course));
      setText(fit, describeFit(state, best));
      setText(ending, (state.hiddenLayer ? null : describeEnding(state, course)) ?? '');
      recover.hidden = state.hiddenLayer || course.ending?.kind !== 'diverged';
      layer.hidden = state.preset !== 'xor' || state.hiddenLayer;
      unit.hidden = !state.hiddenLayer;
    },
  };
}

function countText({ hiddenLayer, position }: State, { passes, mistakes }: Course): string {
  if (hiddenLayer) return 'Two tanh units, then one that answers';
  const plural = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
  return [
    plural(position, 'step', 'steps'),
    plural(passes, 'whole pass', 'whole passes'),
    plural(mistakes, 'mistake', 'mistakes'),
  ].join(' · ');
}
