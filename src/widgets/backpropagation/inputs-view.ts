/** What is fed into the graph: each number can be picked and changed. */

import { listSlider } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { slider } from '../kit/slider.ts';
import { matrixView } from './matrix-view.ts';
import type { Action } from './model.ts';
import { symbolOfInput } from './names.ts';
import { editable, feedsOf, indexFrom, indexIn, isStart, shapeOfInput, targets } from './numbers.ts';
import { placeText } from './sentences.ts';
import type { State } from './state.ts';

export function inputsPart(dispatch: (action: Action) => void): Part<State> {
  let latest: State;
  const matrices = editable.map((name) => ({
    name,
    view: matrixView((at) =>
      dispatch({ kind: 'pick', place: { name, index: indexFrom(name, at, latest.form.layout) } }),
    ),
  }));
  const wanted = matrixView();
  const picked = html('p', { class: 'picked' });
  const value = slider({
    label: 'The picked number',
    min: -3,
    max: 3,
    step: 0.05,
    onChange: (number) => dispatch({ kind: 'set number', value: number }),
  });
  const moment = listSlider('Recorded training', (index) => dispatch({ kind: 'show moment', moment: index }));
  return {
    element: html(
      'div',
      { class: 'inputs' },
      html('p', { class: 'slider-label' }, 'Inputs and parameters: pick a number and change it'),
      html('div', { class: 'inputs-matrices' }, ...matrices.map(({ view }) => view.element), wanted.element),
      picked,
      value.element,
      moment.element,
    ),
    render(state) {
      latest = state;
      const { form, numbers, pick, moments } = state;
      const feeds = feedsOf(numbers, form.layout);
      for (const { name, view } of matrices)
        view.render({
          symbol: symbolOfInput(name),
          shape: shapeOfInput(name, form.layout),
          data: feeds[name].data,
          chosen: pick.name === name ? indexIn(name, pick.index, form.layout) : null,
          press: 'Press to pick it',
        });
      wanted.render({
        symbol: 'T, wanted',
        shape: shapeOfInput('target', form.layout),
        data: targets && feeds.target.data,
      });
      picked.textContent = `Picked: ${placeText(pick, state)}`;
      value.set(Number(numbers[pick.name][pick.index].toPrecision(6)));
      moment.element.hidden = moments.length === 0;
      const isOther = state.moment === null && !isStart(numbers);
      moment.setRange(moments.length, (index) =>
        isOther && index === 0 ? 'not as recorded' : `after ${moments[index]?.step ?? 0} steps`,
      );
      moment.set(state.moment ?? 0);
    },
  };
}
