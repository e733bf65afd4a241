/** The parts of the figure of recorded trainings, drawn from its state. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import { formatNumber } from '../kit/number-format.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import { slider } from '../kit/slider.ts';
import { walkBar } from '../kit/walk-bar.ts';
import type { Moves } from '../kit/walking-figure.ts';
import { type Comparison, comparisons, isError, lastEpoch, type Measure, measures } from './curves.ts';
import { type Action, curvesOf, percent, type State } from './model.ts';
import { plotOf } from './plot.ts';

const titles = Object.fromEntries(
  Object.entries(comparisons).map(([name, { title }]) => [name, title]),
) as Record<Comparison, string>;

export function parts(dispatch: (action: Action) => void, moves: Moves): FigureParts<State> {
  const plot = plotView({ table: false });
  let drawn: State | null = null;
  const comparison = segmentedChoice<Comparison>('Compare', titles, (chosen) =>
    dispatch({ kind: 'compare', comparison: chosen }),
  );
  const measure = selectChoice<Measure>('Show', measures, (chosen) =>
    dispatch({ kind: 'measure', measure: chosen }),
  );
  const level = slider({
    label: 'Error to reach',
    min: 10,
    max: 60,
    step: 1,
    unit: '%',
    onChange: (value) => dispatch({ kind: 'set level', level: value / 100 }),
  });
  const reached = html('dl', { class: 'curves-reached' });
  return {
    main: [
      {
        element: plot.element,
        render(next) {
          if (next === drawn) return;
          drawn = next;
          plot.render(plotOf(next));
        },
      },
    ],
    steps: [
      walkBar<State>({
        label: 'Epochs',
        toEnd: 'To the end of training',
        scrubber: 'Epoch',
        describe: String,
        momentOf: ({ epoch }) => epoch,
        lastOf: ({ comparison: of }) => lastEpoch(of),
        goTo: (epoch) => dispatch({ kind: 'show epoch', epoch }),
        moves,
      }),
    ],
    controls: [
      {
        element: html(
          'div',
          { class: 'curves-controls' },
          comparison.element,
          measure.element,
          level.element,
        ),
        render(next) {
          comparison.set(next.comparison);
          measure.set(next.measure);
          level.set(Math.round(100 * next.level), { disabled: !isError(next.measure) });
        },
      },
    ],
    side: [
      {
        element: reached,
        render(next) {
          const curves = isError(next.measure) ? curvesOf(next) : [];
          while (reached.children.length > curves.length) reached.lastElementChild?.remove();
          while (reached.children.length < curves.length)
            reached.append(html('div', {}, html('dt', {}), html('dd', {})));
          curves.forEach(({ title, reached: at }, i) => {
            const [term, value] = reached.children[i].children;
            setText(term, `${title}, down to ${percent(next.level)}`);
            setText(value, at === null ? 'not yet' : `${formatNumber(at, 2)} epochs`);
          });
        },
      },
    ],
  };
}
