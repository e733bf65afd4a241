/** The parts of the dropout figure, drawn from its state. */

import { barChartMarkup } from '../kit/bar-chart.ts';
import { button, segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import { drawingPad } from '../kit/drawing-pad.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import { fold, type Part } from '../kit/fold.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import { slider } from '../kit/slider.ts';
import { type Action, strokesOf } from './model.ts';
import { ablationPlot, answerBars, curvePlot, distancePlot, handedBars } from './plots.ts';
import { type Convention, mostMasks, type NetworkName, rateOf, type Settings, type State } from './state.ts';

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  const set = (change: Partial<Settings>) => dispatch({ kind: 'set', change });
  return {
    main: [
      plotPart(({ answers, settings }) => distancePlot('dropout-distance', answers, settings.masks)),
      barsPart(),
    ],
    controls: [controlsPart(set), fold('Draw a digit', padPart(dispatch))],
    side: [conventionPart(set)],
    folds: [
      {
        title: 'Without the strongest units: three networks on 10,000 digits',
        part: plotPart(({ shipped }) => ablationPlot('dropout-ablation', shipped)),
      },
      {
        title: 'Training and held-out loss',
        part: joined(
          plotPart(({ shipped }) => curvePlot('dropout-training', shipped, 'loss')),
          plotPart(({ shipped }) => curvePlot('dropout-held-out', shipped, 'held-out loss')),
        ),
      },
    ],
  };
}

function plotPart(spec: (state: State) => PlotSpec): Part<State> {
  const plot = plotView({ table: false });
  return { element: plot.element, render: (state) => plot.render(spec(state)) };
}

const joined = (...some: readonly Part<State>[]): Part<State> => ({
  element: html('div', { class: 'dropout-part' }, ...some.map(({ element }) => element)),
  render: (state) => {
    for (const part of some) part.render(state);
  },
});

function barsPart(): Part<State> {
  const element = html('div', { class: 'dropout-bars' });
  return {
    element,
    render({ answers, settings: { masks } }) {
      if (!answers) return;
      element.innerHTML =
        barChartMarkup(answerBars(answers, masks, 'mean')) +
        barChartMarkup(answerBars(answers, masks, 'whole'));
    },
  };
}

function controlsPart(set: (change: Partial<Settings>) => void): Part<State> {
  const network = segmentedChoice<NetworkName>(
    'Network trained with dropout rate',
    { none: '0', fifth: '0.2', half: '0.5' },
    (chosen) => set({ network: chosen }),
  );
  const digits = Object.fromEntries(Array.from({ length: 10 }, (_, d) => [`d${d}`, String(d)]));
  const digit = selectChoice<string>('Our drawing of', digits, (chosen) =>
    set({ digit: Number(chosen.slice(1)) }),
  );
  const masks = slider({
    label: 'Masks',
    min: 1,
    max: mostMasks,
    step: 1,
    stepped: true,
    onChange: (value) => set({ masks: value }),
  });
  const removed = slider({
    label: 'Strongest hidden units taken away',
    min: 0,
    max: 96,
    step: 1,
    stepped: true,
    onChange: (value) => set({ removed: value }),
  });
  let seed = 1;
  const again = button('Other masks', () => set({ seed: (seed % 50) + 1 }));
  return {
    element: html(
      'div',
      { class: 'dropout-part' },
      network.element,
      digit.element,
      masks.element,
      again,
      removed.element,
    ),
    render({ settings }) {
      seed = settings.seed;
      network.set(settings.network);
      digit.set(`d${settings.digit}`);
      masks.set(settings.masks);
      removed.set(settings.removed);
    },
  };
}

function padPart(dispatch: (action: Action) => void): Part<State> {
  const pad = drawingPad({
    label: 'Draw a digit',
    onChange: (strokes) => dispatch({ kind: 'draw', strokes }),
  });
  return { element: pad.element, render: (state) => pad.set(strokesOf(state)) };
}

const programs: Readonly<Record<Convention, string>> = {
  inverted: 'training:    y = m ⊙ h / (1 − p),  z = y W + b\nafterwards:  z = h W + b',
  classic: 'training:    y = m ⊙ h,  z = y W′ + b,  W′ = W / (1 − p)\nafterwards:  z = (1 − p) h W′ + b',
};

function conventionPart(set: (change: Partial<Settings>) => void): Part<State> {
  const choice = segmentedChoice<Convention>(
    'Where it is scaled',
    { inverted: 'In training', classic: 'Afterwards' },
    (convention) => set({ convention }),
  );
  const program = html('pre', {
    class: 'dropout-graph',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The two graphs',
  });
  const bars = html('div', {});
  return {
    element: html('div', { class: 'dropout-part' }, choice.element, program, bars),
    render({ settings: { convention, network }, answers }) {
      choice.set(convention);
      setText(program, `${programs[convention]}\np = ${rateOf(network)}, the rate of leaving out`);
      if (answers) bars.innerHTML = barChartMarkup(handedBars(answers));
    },
  };
}
