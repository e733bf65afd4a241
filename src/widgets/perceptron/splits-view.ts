/** Every way in which a line can split the points, each as a small drawing that can be laid over the plot. */

import { html, setAttributes, setText } from '../kit/dom.ts';
import { symbolPath } from '../kit/plane.ts';
import { plane } from './points.ts';
import { type Judged, judge, type Position, widestLine } from './splits.ts';
import type { State } from './state.ts';
import type { Action } from './update.ts';

/** More drawings than this tell nobody anything; the count does. */
const mostDrawings = 16;

export function splitsView(dispatch: (action: Action) => void) {
  const text = html('p', {});
  const list = html('ul', { class: 'splits' });
  let drawn: { points: State['points']; all: readonly Judged[] } | null = null;

  function makeEntry(state: State, judged: Judged): HTMLLIElement {
    const press = html('button', { type: 'button', class: 'split', 'aria-pressed': 'false' });
    press.innerHTML = thumbnail(state, judged);
    press.append(html('span', {}, `${judged.right} of ${state.points.length}`));
    setAttributes(press, { 'aria-label': describe(state, judged) });
    press.addEventListener('click', () => {
      const pressed = press.getAttribute('aria-pressed') === 'true';
      dispatch({ kind: 'show split', split: pressed ? null : judged.split });
    });
    return html('li', {}, press);
  }

  return {
    element: html('div', { class: 'splits-view' }, text, list),
    render(state: State) {
      const { points, split } = state;
      if (points !== drawn?.points) {
        const all = judge(
          points.map(({ at }) => at),
          points.map(({ label }) => label),
        );
        drawn = { points, all };
        setText(text, summary(state, all));
        const entries = all.length <= mostDrawings && points.length > 0 ? all : [];
        list.replaceChildren(...entries.map((judged) => makeEntry(state, judged)));
      }
      const { all } = drawn;
      [...list.querySelectorAll('button')].forEach((press, i) => {
        setAttributes(press, { 'aria-pressed': String(all[i].split === split) });
      });
    },
  };
}

/** Each split can name its sides in two ways. */
export function summary({ points }: Pick<State, 'points'>, all: readonly Judged[]): string {
  if (points.length === 0) return 'There are no points to split.';
  const labellings = points.length <= 20 ? (2 ** points.length).toLocaleString('en') : `2^${points.length}`;
  const reached = 2 * all.length;
  const best = all[0].right;
  return (
    `${points.length} points can be labelled in ${labellings} ways; a line realises ${reached} of them, in ${all.length} splits. ` +
    (best === points.length
      ? 'One of them has the labels wanted here.'
      : `None has the labels wanted here; the best agree with ${best} of ${points.length}.`)
  );
}

const describe = ({ points }: State, { split, right }: Judged): string => {
  const one = split.flatMap((side, i) => (side ? [i + 1] : []));
  const sides = one.length === 0 ? 'all points on one side' : `${one.join(', ')} against the others`;
  return `Line with ${sides}: ${right} of ${points.length} right`;
};

function thumbnail({ points }: State, { split, positive }: Judged): string {
  const positions = points.map(({ at }): Position => at);
  const line = widestLine(positions, split);
  const at = ([x1, x2]: Position) => [(x1 - plane.domain[0]) * 24, (plane.domain[1] - x2) * 24];
  const symbols = points
    .map(({ at: place, label }, i) => {
      const [x, y] = at(place);
      const right = (split[i] === positive) === label > 0;
      return `<path class="split-point" data-label="${label}" data-right="${right}" transform="translate(${x} ${y})" d="${symbolPath(label, 4)}"/>`;
    })
    .join('');
  return `<svg viewBox="0 0 48 48" aria-hidden="true">${line ? `<path class="split-line" d="${ends(line.weights, line.bias)}"/>` : ''}${symbols}</svg>`;

  function ends(weights: Position, bias: number): string {
    const length = Math.hypot(...weights);
    const [n1, n2] = [weights[0] / length, weights[1] / length];
    const foot: Position = [(-bias / length) * n1, (-bias / length) * n2];
    return [-8, 8]
      .map((reach, i) => `${'ML'[i]}${at([foot[0] - reach * n2, foot[1] + reach * n1]).join(' ')}`)
      .join('');
  }
}
