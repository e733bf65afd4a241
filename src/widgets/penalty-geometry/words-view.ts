/** The equations of the view shown, what follows from them, and the steps as graphs. */

import { print } from '../../graph/print.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { costOf } from './balls.ts';
import { decayNames, decayStep, penalisedStep } from './programs.ts';
import { decaySteps, decayTitles, objectiveOf, stepOf, verdict, whyDiverging } from './sentences.ts';
import { keptOf, type State, solutionOf, strengths } from './state.ts';

/** What the convention makes of the same λ. */
export function conventionSentence({ settings: { penalty, convention } }: State): string {
  if (penalty === 'l1') return 'L1 is written alike everywhere.';
  return convention === 'half'
    ? 'With the half, as PyTorch’s weight_decay means it, the penalty’s gradient is λ w for L2.'
    : 'Without the half, as Keras’ L2 means it, the same λ pulls twice as hard.';
}

export function equationView(): Part<State> {
  const title = html('p', { class: 'equation-title' });
  const lines = html('div', { class: 'equation-lines' });
  const words = html('p', {});
  const why = html('p', { class: 'geometry-why' });
  return {
    element: html('div', { class: 'geometry-equation' }, title, lines, words, why),
    render(state) {
      const { settings, view } = state;
      const { penalty, convention, optimizer } = settings;
      const isBudget = view === 'budget';
      setText(title, isBudget ? 'Descended, and the step' : 'The three steps');
      const text = isBudget
        ? [objectiveOf(penalty, convention), stepOf(penalty, convention)]
        : decayNames.flatMap((decay) => [`${decayTitles[decay]}:`, `  ${decaySteps[optimizer][decay]}`]);
      if (lines.textContent !== text.join(''))
        lines.replaceChildren(...text.map((one) => html('p', {}, one)));
      setText(words, isBudget ? conventionSentence(state) : verdict(settings));
      const reason = isBudget ? '' : whyDiverging(state);
      why.hidden = reason === '';
      setText(why, reason);
    },
  };
}

/** The numbers of the moment shown. */
export function numbersView(): Part<State> {
  const list = html('dl', { class: 'geometry-numbers' });
  return {
    element: list,
    render(state) {
      const rows = state.view === 'budget' ? budgetNumbers(state) : raceNumbers(state);
      list.replaceChildren(
        ...rows.map(([name, value]) => html('div', {}, html('dt', {}, name), html('dd', {}, value))),
      );
    },
  };
}

const digits = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, 4));

function budgetNumbers(state: State): [string, string][] {
  const solution = solutionOf(state);
  const { penalty, convention } = state.path?.settings ?? state.settings;
  const cost = solution && costOf(solution.w, penalty, convention);
  return [
    ['Strength λ', digits(strengths[state.place])],
    ['w₁', digits(solution?.w[0])],
    ['w₂', digits(solution?.w[1])],
    ['Cost Ω, the budget', digits(cost ?? undefined)],
    ['Loss on the data', digits(solution?.loss)],
    ['Loss + λ Ω', solution && cost !== null ? digits(solution.loss + strengths[state.place] * cost) : '–'],
  ];
}

function raceNumbers({ race, step }: State): [string, string][] {
  if (!race || step === 0) return [];
  const share = (value: number) => (Number.isFinite(value) ? `${formatNumber(100 * value, 3)} %` : '–');
  return (['coupled', 'decoupled'] as const).flatMap((decay) =>
    keptOf(race.result, decay, step).map((value, k): [string, string] => [
      `${['w₁', 'w₂'][k]} kept, ${decayTitles[decay]}`,
      share(value),
    ]),
  );
}

/** The step graphs as the trainer built them, one line a node. */
export function graphView(): Part<State> {
  const text = html('pre', { class: 'graph-text', tabindex: 0, 'aria-label': 'Graphs of the steps' });
  return {
    element: text,
    render({ view, settings: { penalty, convention, optimizer } }) {
      setText(
        text,
        view === 'budget'
          ? print(penalisedStep(penalty, convention, strengths.length))
          : (['coupled', 'decoupled'] as const)
              .map((decay) => `${decayTitles[decay]}\n\n${print(decayStep(optimizer, decay))}`)
              .join('\n\n'),
      );
    },
  };
}
