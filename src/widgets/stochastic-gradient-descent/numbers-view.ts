/** The numbers beside the drawing, the verdict about the learning rate, and the equation in force. */

import { print } from '../../graph/print.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { stepOf } from './graphs.ts';
import { problemOf } from './problems.ts';
import { aboutCloud, verdict } from './sentences.ts';
import { batchShare, limitsOf, type State } from './state.ts';

const names = {
  loss: 'Loss over all examples',
  slope: 'Average slope, its length',
  spread: 'Spread of the batches’ slopes',
  steepest: 'Largest curvature λ here',
  stable: 'Largest stable rate, 2/λ',
  each: 'For the steepest example',
} as const;

export function numbersView(): Part<State> {
  const cells = Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, { name, value: html('dd', {}) }]),
  );
  const list = html(
    'dl',
    { class: 'descent-numbers' },
    ...Object.values(cells).map(({ name, value }) => html('div', {}, html('dt', {}, name), value)),
  );
  const cloud = html('p', {});
  const words = html('div', { class: 'descent-verdict' });
  return {
    element: html('div', { class: 'descent-side' }, list, words, cloud),
    render(state) {
      const { measured } = state;
      const said = verdict(state);
      if (words.children.length !== said.length) words.replaceChildren(...said.map(() => html('p', {})));
      said.forEach((one, i) => {
        setText(words.children[i], one);
      });
      setText(cloud, aboutCloud(state));
      const limits = measured && limitsOf(state, measured);
      const share = batchShare(state.course);
      const show = (key: keyof typeof names, value: number | undefined) =>
        setText(cells[key].value, value === undefined ? '–' : formatNumber(value));
      show('loss', measured?.here.loss);
      show('slope', measured ? Math.hypot(...measured.here.gradient) * share : undefined);
      show('spread', measured?.cloud.spread);
      show('steepest', limits?.steepest);
      show('stable', limits?.stable);
      show('each', limits?.stableForEach);
    },
  };
}

/** The update in force, and the graph that carries it out. */
export function equationView(): Part<State> {
  const equation = html('p', { class: 'descent-equation' });
  return {
    element: equation,
    render({ course }) {
      const factor = course.reduction === 'mean' ? '(1/B) ' : '';
      setText(equation, `θ ← θ − η · ${factor}Σᵢ ∇ℓᵢ(θ),  B = ${course.batchSize}`);
    },
  };
}

export function graphView(): Part<State> {
  const text = html('code', {});
  // Long lines scroll in the element that the page's own code blocks scroll in.
  const element = html(
    'pre',
    { class: 'descent-graph', tabindex: 0, role: 'region', 'aria-label': 'The step as a graph' },
    text,
  );
  return {
    element,
    render({ course }) {
      setText(text, print(stepOf(problemOf(course.problem), course.batchSize, course.reduction)));
    },
  };
}
