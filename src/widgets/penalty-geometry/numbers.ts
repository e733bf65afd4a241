/** The figure of two weights as tables. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { costOf, mix } from './balls.ts';
import { solvingRate, solvingSteps } from './compute.ts';
import { count, problems } from './problems.ts';
import { batchSize, decayNames } from './programs.ts';
import { objectiveOf, optimizerTitles, penaltyTitles } from './sentences.ts';
import { averaged, raceSteps, type State, strengths } from './state.ts';

const digits = (value: number) => formatNumber(value, 4);

export const tableOf = (state: State): FigureTable =>
  state.view === 'budget' ? pathTable(state) : raceTable(state);

function pathTable({ path, settings }: State): FigureTable {
  const { penalty, convention } = path?.settings ?? settings;
  return {
    caption: `Best weights under ${objectiveOf(penalty, convention)}, for each λ`,
    columns: ['λ', 'w₁', 'w₂', 'Cost Ω', 'Loss on the data'],
    rows: (path?.solutions ?? []).map(({ w, loss }, i) =>
      [strengths[i], w[0], w[1], costOf(w, penalty, convention), loss].map(digits),
    ),
  };
}

function raceTable({ race, settings, step }: State): FigureTable {
  return {
    caption: `${optimizerTitles[settings.optimizer]}, weights after each step`,
    columns: [
      'Step',
      'w₁, no decay',
      'w₂',
      'w₁, L2 in the gradient',
      'w₂',
      'w₁, weight decay beside it',
      'w₂',
    ],
    rows: race
      ? Array.from({ length: step + 1 }, (_, i) => [
          String(i),
          ...decayNames.flatMap((decay) => race.result.courses[decay].weights[i].map(digits)),
        ])
      : [],
  };
}

export function hyperparametersOf(state: State): (readonly [string, string])[] {
  const { settings, view } = state;
  const { penalty, convention } = settings;
  const common = [
    ['Data', `${count} examples, ${problems[settings.data].about}`],
    ['Loss L', 'half the squared error, mean over the examples'],
  ] as const;
  if (view === 'budget')
    return [
      ...common,
      ['Descended', objectiveOf(penalty, convention)],
      ...(penalty === 'elastic' ? [['Share of L1', digits(mix)] as const] : []),
      ['Penalty', `${penaltyTitles[penalty]}${penalty === 'l2' ? '' : ', proximal steps'}`],
      ['Learning rate', digits(solvingRate)],
      ['Steps', String(solvingSteps)],
      ['Start', '(0, 0)'],
      ['Strengths', strengths.join(', ')],
    ];
  return [
    ...common,
    ['Optimizer', optimizerTitles[settings.optimizer]],
    ['Learning rate', digits(settings.learningRate)],
    ['Strength λ', digits(settings.strength)],
    ['Minibatches', `${batchSize} examples, a new order in each epoch, the same for all three`],
    ['Steps', String(raceSteps)],
    ['Start', '(0, 0)'],
    ['Numbers in the sentence', `means of the last ${averaged} steps`],
    ...(settings.optimizer === 'adam' ? [['β₁, β₂, ε', '0.9, 0.999, 10⁻⁸'] as const] : []),
    ...(settings.optimizer === 'rmsprop' ? [['ρ, ε', '0.9, 10⁻⁸'] as const] : []),
  ];
}
