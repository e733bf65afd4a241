/** How the networks of the ReLU figure are trained, and what has come of it in numbers. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { selectChoice } from '../kit/select.ts';
import { activations, networkNames } from './activations.ts';
import { initialName } from './sentences.ts';
import { type InitialChoice, learningRates, type State, shownFrame, silentUnits } from './state.ts';

export function trainingPart(set: (change: Partial<State['settings']>) => void): Part<State> {
  const initial = segmentedChoice<InitialChoice>(
    'Initial weights',
    { own: 'As trained', xavier: initialName.xavier, he: initialName.he },
    (one) => set({ initial: one }),
  );
  const numbers = (list: readonly number[]) =>
    Object.fromEntries(list.map((one) => [String(one), formatNumber(one)])) as Record<string, string>;
  const rate = selectChoice('Learning rate', numbers(learningRates), (text) =>
    set({ rate: learningRates.find((one) => String(one) === text) ?? 0.1 }),
  );
  const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
  const seed = selectChoice('Seed of the weights', numbers(seeds), (text) => set({ seed: Number(text) }));
  const note = html(
    'p',
    { class: 'figure-note' },
    '“As trained” is Xavier for sigmoid and tanh, He for ReLU and leaky ReLU. Another value begins the training anew.',
  );
  return {
    element: html('div', { class: 'relu-controls' }, initial.element, rate.element, seed.element, note),
    render({ settings }) {
      initial.set(settings.initial);
      rate.set(String(settings.rate));
      seed.set(String(settings.seed));
    },
  };
}

export function numbersPart(): Part<State> {
  const rows = networkNames.map((name) => {
    const cells = [0, 1, 2].map(() => html('td', {}));
    return {
      name,
      cells,
      element: html('tr', {}, html('th', { scope: 'row' }, activations[name].name), ...cells),
    };
  });
  const head = ['Network', 'Loss', 'First / last gradient', 'Silent units'].map((text) =>
    html('th', { scope: 'col' }, text),
  );
  const table = html(
    'table',
    { class: 'numbers' },
    html('caption', { class: 'unseen' }, 'Loss, ratio of the first to the last gradient and silent units'),
    html('thead', {}, html('tr', {}, ...head)),
    html('tbody', {}, ...rows.map(({ element }) => element)),
  );
  return {
    element: html(
      'div',
      { class: 'table-scroller', tabindex: 0, role: 'region', 'aria-label': 'The four networks in numbers' },
      table,
    ),
    render(state) {
      const frame = shownFrame(state);
      for (const { name, cells } of rows) {
        const report = frame?.[name];
        const texts = report
          ? [
              formatNumber(report.loss),
              formatNumber(report.norms[0] / report.norms[report.norms.length - 1], 2),
              String(silentUnits(report)),
            ]
          : ['–', '–', '–'];
        for (const [i, cell] of cells.entries()) setText(cell, frame && !report ? 'diverged' : texts[i]);
      }
    },
  };
}
