/** The parts of the figure of penalties, drawn from its state. */

import { barChartMarkup } from '../kit/bar-chart.ts';
import { listSlider, segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import { errorPlot, histogram, picturesMarkup } from './drawings.ts';
import {
  type Action,
  answerOf,
  type MethodName,
  methods,
  type Settings,
  type State,
  strengthOf,
} from './state.ts';

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  const set = (change: Partial<Settings>) => dispatch({ kind: 'set', change });
  return {
    main: [pictures(), plot('penalty-histogram', histogram), plot('penalty-error', errorPlot)],
    controls: [controls(set)],
    side: [answer(set)],
  };
}

function pictures(): Part<State> {
  const element = html('div', {});
  let drawn = '';
  return {
    element,
    render({ shipped, settings: { method, member } }) {
      const key = `${method} ${member}`;
      if (!shipped || key === drawn) return;
      drawn = key;
      element.innerHTML = picturesMarkup('penalty-weights', shipped[method], member);
    },
  };
}

function plot(id: string, spec: typeof histogram): Part<State> {
  const view = plotView({ table: false });
  return {
    element: view.element,
    render: ({ shipped, settings }) => view.render(spec(id, shipped?.[settings.method] ?? null, settings)),
  };
}

function controls(set: (change: Partial<Settings>) => void): Part<State> {
  const titles = { proximal: 'L1, proximal', subgradient: 'L1, subgradient', l2: 'L2' };
  const method = segmentedChoice<MethodName>('Penalty', titles, (chosen) => set({ method: chosen }));
  const strength = listSlider('Strength λ', (member) => set({ member }));
  const convention = segmentedChoice<'half' | 'whole'>(
    'L2 is written',
    { half: 'λ/2 Σ w²', whole: 'λ Σ w²' },
    (chosen) => set({ convention: chosen }),
  );
  const equation = html('p', {});
  return {
    element: html(
      'div',
      { class: 'penalty-part' },
      method.element,
      strength.element,
      convention.element,
      equation,
    ),
    render({ settings }) {
      method.set(settings.method);
      strength.setRange(methods[settings.method].list.length, (at) => formatNumber(strengthOf(settings, at)));
      strength.set(settings.member);
      convention.set(settings.convention, { disabled: settings.method !== 'l2' });
      setText(equation, equationOf(settings));
    },
  };
}

function equationOf(settings: Settings): string {
  const lambda = formatNumber(strengthOf(settings));
  if (settings.method === 'proximal') return `w ← S(w − 0.05 g, 0.05 · ${lambda})`;
  if (settings.method === 'subgradient') return `w ← w − 0.05 (g + ${lambda} sign w)`;
  return settings.convention === 'half'
    ? `w ← w − 0.05 (g + ${lambda} w)`
    : `w ← w − 0.05 (g + 2 · ${lambda} w)`;
}

function answer(set: (change: Partial<Settings>) => void): Part<State> {
  const digits = Object.fromEntries(Array.from({ length: 10 }, (_, d) => [`d${d}`, String(d)]));
  const digit = selectChoice<string>('Our drawing of', digits, (one) => set({ digit: Number(one.slice(1)) }));
  const bars = html('div', {});
  return {
    element: html('div', { class: 'penalty-part' }, digit.element, bars),
    render({ answers, settings }) {
      digit.set(`d${settings.digit}`);
      if (!answers) return;
      const values = answerOf(answers, settings.member);
      bars.innerHTML = barChartMarkup({
        title: 'Its answer',
        full: 1,
        bars: values.map((value, name) => ({ name: String(name), value })),
      });
    },
  };
}
