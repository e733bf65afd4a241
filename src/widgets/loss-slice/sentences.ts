/** What the figure says in words, and its table. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { parameterCount, side } from './compute.ts';
import { momentOf, type State } from './state.ts';

const digits = (value: number) => formatNumber(value, 3);
const percent = (share: number) => `${formatNumber(100 * share, 2)} %`;

export function describe(state: State): string {
  if (!state.slice) return 'The slice is being computed.';
  const shown = momentOf(state);
  const { step, loss } = state.moments[shown];
  const shadow = state.slice.shadowLosses[shown];
  return `After ${step} steps of training the network’s loss is ${digits(loss)}; at its shadow on this plane the loss is ${digits(shadow)}.`;
}

/** Of the recorded moments before the last, the one that lies farthest out of the plane. */
export function farthestOut({
  slice,
  moments,
}: State): { readonly step: number; readonly share: number } | null {
  if (!slice) return null;
  const shares = slice.shadows.slice(0, -1).map(({ share }) => share);
  const share = Math.min(...shares);
  return { step: moments[shares.indexOf(share)].step, share };
}

/** How little a slice holds. */
export function honestNote(state: State): string {
  const farthest = farthestOut(state);
  if (!farthest) return '';
  const ends =
    state.plane === 'path'
      ? 'Start and end of the training lie in this plane because it was laid through them. '
      : '';
  return `The drawing shows two directions out of ${parameterCount}. ${ends}The dots are shadows: of the squared way from the network after ${farthest.step} steps to the trained one, ${percent(farthest.share)} lies in the plane. A wall here may have a door beside it, in a direction that is not drawn.`;
}

export function tableOf(state: State): FigureTable {
  const { slice, moments } = state;
  return {
    caption: 'Recorded moments of training and their shadows on the plane',
    columns: ['Step', 'Loss', 'Loss at the shadow', 'Across', 'Up', 'In the plane'],
    rows: slice
      ? moments.map(({ step, loss }, i) => {
          const { at, share } = slice.shadows[i];
          return [
            String(step),
            digits(loss),
            digits(slice.shadowLosses[i]),
            ...at.map(digits),
            percent(share),
          ];
        })
      : [],
  };
}

export const hyperparameters = ({ plane, seed, span }: State): (readonly [string, string])[] => [
  ['Network', 'spiral-mlp: 2 → 16 → 16 → 3, tanh, softmax'],
  ['Loss', 'cross-entropy in nats over its 240 training points'],
  ['Middle', 'the parameters after 2,000 steps of training'],
  [
    'Directions',
    plane === 'random'
      ? `two random ones, seeds ${seed} and ${seed + 1000}`
      : `from the end back to the start; one random one, seed ${seed}, at right angles and as long`,
  ],
  [
    'Normalisation',
    'each unit’s incoming weights as long as in the trained network; biases stay as they are',
  ],
  ['Reach', digits(span)],
  ['Points computed', String(side * side)],
];
