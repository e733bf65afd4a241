/** The unit's answer as a function of its sum: whatever rises from one side of 0 to the other draws the same line. */

import { html } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { answerEquation, answers } from './conventions.ts';
import type { State } from './state.ts';

/** Places along the sum at which the functions are drawn; odd, so that 0 is one. */
const places = 121;

export function profileView(): Part<State> {
  const plot = plotView({ table: false });
  let drawn: Pick<State, 'measured' | 'answer' | 'labels' | 'points'> | null = null;
  return {
    element: html('div', { class: 'profile' }, plot.element),
    render(state) {
      const { measured, answer, labels, points } = state;
      if (
        drawn?.measured === measured &&
        drawn.answer === answer &&
        drawn.labels === labels &&
        drawn.points === points
      )
        return;
      drawn = { measured, answer, labels, points };
      plot.render(profileOf(state));
    },
  };
}

function profileOf({ measured, answer, labels, points }: State): PlotSpec {
  const sums = measured?.outcomes.map(({ score }) => score).filter(Number.isFinite) ?? [];
  const reach = Math.max(1, ...sums.map(Math.abs)) * 1.05;
  const low = labels === 'bits' ? 0 : -1;
  const value = { threshold: (s: number) => (s > 0 ? 1 : low), tanh: Math.tanh, sum: (s: number) => s }[
    answer
  ];
  const along =
    answer === 'threshold'
      ? [-reach, 0, Number.EPSILON, reach]
      : Array.from({ length: places }, (_, i) => reach * ((2 * i) / (places - 1) - 1));
  const [bottom, top] = answer === 'sum' ? [-reach, reach] : [-1.15, 1.15];
  return {
    id: 'perceptron-profile',
    title: `What the unit answers: ${answers[answer].toLowerCase()}`,
    description: `${answerEquation(answer, labels)}. The answer passes its middle where the sum is 0, so the boundary is the line w·x + b = 0 for each of the three. Sums of the points run from ${formatNumber(Math.min(...sums, 0))} to ${formatNumber(Math.max(...sums, 0))}.`,
    x: { title: 's = w·x + b', domain: [-reach, reach] },
    y: { title: 'f(s)', domain: [bottom, top] },
    aspect: 0.5,
    series: [
      { name: answerEquation(answer, labels), points: along.map((s) => [s, value(s)]), number: 4 },
      ...([1, -1] as const).map((label) => ({
        name: label > 0 ? 'points of the upper class' : 'points of the lower class',
        as: 'points' as const,
        number: (label > 0 ? 1 : 2) as 1 | 2,
        points: sums.flatMap((s, i) => (points[i]?.label === label ? [[s, value(s)] as const] : [])),
      })),
    ],
    marks: [{ x: 0, text: 'boundary' }],
  };
}
