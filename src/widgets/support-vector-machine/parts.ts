/** What the figure of a support vector machine puts into the common frame. */

import { segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { watchWidth } from '../kit/width.ts';
import { classes, signs, svmSpec } from './markup.ts';
import type { Action } from './model.ts';
import { describe, kernelTexts } from './sentences.ts';
import { type Cost, costs, type KernelName, type SetName, type State } from './state.ts';

const costTexts = Object.fromEntries(costs.map((cost) => [`C${cost}`, String(cost)]));

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  const control = <Value>(
    made: { readonly element: HTMLElement; set(value: Value): void },
    of: (state: State) => Value,
  ): Part<State> => ({ element: made.element, render: (state) => made.set(of(state)) });
  return {
    main: [drawing(), legend()],
    controls: [
      control(
        segmentedChoice<SetName>('Points', { circles: 'Two circles', line: 'Beside a line' }, (set) =>
          dispatch({ kind: 'choose points', set }),
        ),
        ({ set }) => set,
      ),
      control(
        segmentedChoice<KernelName>('Kernel', kernelTexts, (kernel) =>
          dispatch({ kind: 'choose kernel', kernel }),
        ),
        ({ kernel }) => kernel,
      ),
      control(
        segmentedChoice<string>('Price C of a violation', costTexts, (text) =>
          dispatch({ kind: 'choose cost', cost: Number(text.slice(1)) as Cost }),
        ),
        ({ cost }) => `C${cost}`,
      ),
    ],
  };
}

function drawing(): Part<State> {
  let state: State | undefined;
  let width = 0;
  const element = html('div', { class: 'svm' });
  const draw = () => {
    // The last machine stays in sight until the next is there.
    if (!state || width === 0 || (!state.machine && element.firstChild)) return;
    element.innerHTML = plotMarkup(svmSpec(state, 'svm', describe(state)), width);
  };
  watchWidth(element, (now) => {
    width = now;
    draw();
  });
  return {
    element,
    render(next) {
      if (next === state) return;
      state = next;
      draw();
    },
  };
}

function legend(): Part<State> {
  const element = html('div', { class: 'svm-legend' });
  element.innerHTML =
    legendMarkup(classes.map(({ name, number }) => ({ name, number, as: 'points' }))) + signs;
  return { element, render: () => {} };
}
