/** The dropout figure in numbers: its table and its hyper-parameters. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { lotCount } from './ablation.ts';
import { masksText, networkTitles } from './sentences.ts';
import { isCurrent, mostMasks, pictureCount, type State } from './state.ts';

export function table(state: State): FigureTable {
  const { masks, answers } = state;
  const last = masks - 1;
  const columns = ['Digit', `Mask ${masks}`, 'Mean', 'Spread', 'Geometric mean', 'Scaled network'];
  const caption = `Answers over ${masksText(masks)}`;
  if (!answers || !isCurrent(state)) return { caption, columns, rows: [] };
  const { single, means, spreads, geometric, whole, distances, handed } = answers;
  return {
    caption,
    columns,
    rows: [
      ...whole.map((value, digit) => [
        String(digit),
        ...[single[last], means[last], spreads[last], geometric[last]].map((one) =>
          formatNumber(one[digit], 4),
        ),
        formatNumber(value, 4),
      ]),
      [
        'Distance from the scaled network',
        '',
        formatNumber(distances.mean[last], 4),
        '',
        formatNumber(distances.geometric[last], 4),
        '',
      ],
      ['Sum handed on', formatNumber(handed.sampled[last], 4), '', '', '', formatNumber(handed.whole, 4)],
    ],
  };
}

export function hyperparameters({
  settings,
  strokes,
  shipped,
}: State): readonly (readonly [string, string])[] {
  const card = shipped?.cards[settings.network];
  return [
    ['Network shown', networkTitles[settings.network]],
    ['Masks', `${mostMasks}, each unit left out with probability ${settings.rate}`],
    ['Seed of the masks', String(settings.seed)],
    ['Convention', settings.convention === 'inverted' ? 'scaled in training' : 'scaled afterwards'],
    ['Picture', strokes ? 'drawn here' : `number ${settings.picture} of the test digits of MNIST`],
    ['Units taken away', String(settings.removed)],
    ['Units by lot', `mean of ${lotCount} draws, seed 1, the same for all networks`],
    ['Pictures without units', `the first ${pictureCount} test digits of MNIST`],
    ...(card
      ? [
          ['Training digits', String(card.data.training)] as const,
          ['Test digits of the curves', formatNumber(card.data.heldOut)] as const,
          ['Initial weights and order, seed', String(card.seed)] as const,
        ]
      : []),
    ...Object.entries(card?.hyperparameters ?? {}).map(([name, value]) => [name, String(value)] as const),
  ];
}
