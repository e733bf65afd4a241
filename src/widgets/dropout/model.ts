/** The dropout figure's state, its sentence and its table. Pure: the networks are run elsewhere. */

import { drawnDigits, type Stroke } from '../../datasets/drawn-digits.ts';
import { ablations } from '../../recipes/dropout-network.ts';
import { digitPixels } from '../kit/digit-pixels.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { distance } from './compute.ts';
import {
  type Answers,
  fields,
  networkNames,
  networkTitles,
  rateOf,
  type Settings,
  type Shipped,
  type State,
} from './state.ts';

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  | { readonly kind: 'draw'; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'answered'; readonly answers: Answers }
  | { readonly kind: 'loaded'; readonly shipped: Shipped };

export const strokesOf = ({ strokes, settings }: State): readonly Stroke[] =>
  strokes ?? drawnDigits[settings.digit];
export const pictureOf = (state: State): Float32Array => digitPixels(strokesOf(state));
export const likeliest = (answer: readonly number[]): number => answer.indexOf(Math.max(...answer));

function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'set': {
      const settings = { ...state.settings, ...action.change };
      return { ...state, settings, strokes: 'digit' in action.change ? null : state.strokes };
    }
    case 'draw':
      return { ...state, strokes: action.strokes.length === 0 ? null : action.strokes };
    case 'answered':
      return { ...state, answers: action.answers };
    case 'loaded':
      return { ...state, shipped: action.shipped };
  }
}

export const dropoutModel: FigureModel<State, Action, typeof fields> = {
  name: 'dropout',
  title: 'One network, and the crowd of its halves',
  fields,
  initial: (settings, previous) => ({
    settings,
    strokes: null,
    answers: null,
    shipped: previous?.shipped ?? null,
  }),
  update,
  settingsOf: ({ settings }) => settings,
  describe({ settings, answers }) {
    if (!answers) return 'The network is being asked.';
    const { masks, removed, network } = settings;
    const digit = likeliest(answers.whole);
    const last = masks - 1;
    const without = removed === 0 ? '' : `, without its ${removed} strongest hidden units,`;
    return (
      `The scaled network trained with ${networkTitles[network]}${without} answers ${digit} with probability ${formatNumber(answers.whole[digit])}. ` +
      `Over ${masks} ${masks === 1 ? 'mask' : 'masks'} the mean is ${formatNumber(answers.means[last][digit])} with a spread of ${formatNumber(answers.spreads[last][digit])}; ` +
      `the geometric mean is ${formatNumber(answers.geometric[last][digit])}.`
    );
  },
  table({ settings, answers }) {
    const last = settings.masks - 1;
    return {
      caption: `Answers over ${settings.masks} masks`,
      columns: ['Digit', 'Scaled network', 'Mean', 'Spread', 'Geometric mean'],
      rows: (answers?.whole ?? []).map((value, c) => [
        String(c),
        ...[value, answers?.means[last][c], answers?.spreads[last][c], answers?.geometric[last][c]].map(
          (one) => formatNumber(one ?? Number.NaN, 4),
        ),
      ]),
    };
  },
  hyperparameters: ({ settings, shipped }) => [
    ['Masks drawn at rate', formatNumber(rateOf(settings.network))],
    ['Seed of the masks', String(settings.seed)],
    ...Object.entries(shipped?.cards[settings.network].hyperparameters ?? {}).map(
      ([name, value]) => [name, String(value)] as const,
    ),
  ],
};

/** Accuracy on 10,000 held-out digits by the number of units taken away, as measured when training ended. */
export const ablationCurves = ({ cards }: Shipped) =>
  networkNames.map((name) => ({
    name: networkTitles[name],
    points: [0, ...ablations].map((count): [number, number] => [
      count,
      cards[name].metrics[count === 0 ? 'held-out accuracy' : `held-out accuracy without ${count}`],
    ]),
  }));

/** How far the means over 1, 2, … masks are from the scaled network's answer. */
export const distances = ({ whole, means, geometric }: Answers) => ({
  mean: means.map((one) => distance(one, whole)),
  geometric: geometric.map((one) => distance(one, whole)),
});
