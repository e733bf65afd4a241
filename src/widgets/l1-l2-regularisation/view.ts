/** The parts of the figure of penalties, drawn from its state. */

import { barChartMarkup } from '../kit/bar-chart.ts';
import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import type { Moves } from '../kit/walking-figure.ts';
import {
  control,
  type Dispatch,
  equations,
  methodAndConvention,
  type SetSettings,
  stepsPart,
} from './controls-view.ts';
import { curvePlot, histogram, picturesMarkup, type Trained, zerosPlot } from './drawings.ts';
import { turningPoint } from './sentences.ts';
import { answerOf, type Settings, type State, strengthOf } from './state.ts';

export function parts(dispatch: Dispatch, moves: Moves): FigureParts<State> {
  const set: SetSettings = (change) => dispatch({ kind: 'set', change });
  return {
    main: [pictures()],
    steps: [stepsPart(dispatch, moves)],
    controls: [
      methodAndConvention(set),
      equations(),
      control(
        segmentedChoice<Settings['pictures']>(
          'The pictures show',
          { weights: 'the weights', zeros: 'which are not zero' },
          (chosen) => set({ pictures: chosen }),
        ),
        (settings) => settings.pictures,
      ),
    ],
    side: [plot('penalty-loss', (...of) => curvePlot('loss', ...of)), turning()],
    folds: [
      { title: 'Histogram of the weights', part: histogramPart(set), open: true },
      { title: 'Wrong answers and zeros along λ', part: twoPlots(), open: true },
      { title: 'Ask a regression', part: answer(set) },
    ],
  };
}

function pictures(): Part<State> {
  const element = html('div', { class: 'penalty-part' });
  let drawn = '';
  return {
    element,
    render({ shipped, settings }) {
      const key = `${settings.method} ${settings.member} ${settings.pictures}`;
      if (!shipped || key === drawn) return;
      drawn = key;
      element.innerHTML = picturesMarkup('penalty-weights', shipped[settings.method], settings);
    },
  };
}

/** Drawn anew only when something it shows has changed. */
function plot(id: string, spec: (id: string, trained: Trained, settings: Settings) => PlotSpec): Part<State> {
  const view = plotView({ table: false });
  let known: readonly unknown[] = [];
  return {
    element: view.element,
    render({ shipped, settings }) {
      const { method, member, convention, range } = settings;
      const shown = [shipped, method, member, convention, range];
      if (shown.every((one, i) => one === known[i])) return;
      known = shown;
      view.render(spec(id, shipped, settings));
    },
  };
}

const together = (name: string, ...some: readonly Part<State>[]): Part<State> => ({
  element: html('div', { class: name }, ...some.map(({ element }) => element)),
  render: (state) => {
    for (const one of some) one.render(state);
  },
});

const twoPlots = (): Part<State> =>
  together(
    'penalty-plots',
    plot('penalty-error', (...of) => curvePlot('accuracy', ...of)),
    plot('penalty-zeros', zerosPlot),
  );

const histogramPart = (set: SetSettings): Part<State> =>
  together(
    'penalty-part penalty-histogram',
    control(
      segmentedChoice<Settings['range']>('From', { all: '−1 to 1', zero: '−0.01 to 0.01' }, (range) =>
        set({ range }),
      ),
      ({ range }) => range,
    ),
    plot('penalty-histogram', histogram),
  );

function turning(): Part<State> {
  const element = html('p', {});
  return {
    element,
    render: ({ shipped, settings }) =>
      setText(element, shipped ? turningPoint(shipped[settings.method], settings) : ''),
  };
}

function answer(set: SetSettings): Part<State> {
  const digits = Object.fromEntries(Array.from({ length: 10 }, (_, d) => [`d${d}`, String(d)]));
  const digit = selectChoice<string>('Our drawing of', digits, (one) => set({ digit: Number(one.slice(1)) }));
  const bars = html('div', {});
  return {
    element: html('div', { class: 'penalty-part penalty-answer' }, digit.element, bars),
    render(state) {
      digit.set(`d${state.settings.digit}`);
      const values = answerOf(state);
      if (!values) return;
      bars.innerHTML = barChartMarkup({
        title: `Its answer at λ = ${formatNumber(strengthOf(state.settings))}`,
        full: 1,
        bars: values.map((value, name) => ({
          name: String(name),
          value,
          ...(value === Math.max(...values) ? { marked: 'the answer' } : {}),
        })),
      });
    },
  };
}
