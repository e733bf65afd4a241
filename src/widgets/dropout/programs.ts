/** The layer with dropout as two graphs, one for training and one for afterwards, under either convention. */

import { div, mul } from '../../graph/ops/index.ts';
import { print } from '../../graph/print.ts';
import { graph, input, type Value } from '../../graph/value.ts';
import { classes, hiddenUnits, outputWeights, scoresOf } from '../../recipes/dropout-network.ts';
import { dropout } from '../../trainer/layers/dropout.ts';
import type { Convention } from './state.ts';

/** What one convention does with the answers of the hidden units. */
export interface Program {
  /** What is handed on under a mask. */
  readonly sampled: (units: Value, mask: Value, rate: number) => Value;
  /** What is handed on by all units. */
  readonly whole: (units: Value, rate: number) => Value;
  /** The output weights as they are stored. */
  readonly weights: (rate: number) => Value;
  readonly equation: readonly [training: string, afterwards: string];
  readonly words: string;
}

/**
 * Both give the same answers: under the classic convention the stored weights W′ are larger by 1/(1 − p), because in
 * training only a share 1 − p of the units bears on each score.
 */
export const programs: Readonly<Record<Convention, Program>> = {
  inverted: {
    sampled: dropout,
    whole: (units) => units,
    weights: () => outputWeights,
    equation: ['z = (m ⊙ h / (1 − p)) W + b', 'z = h W + b'],
    words:
      'Kept units are scaled up while training, and the trained network is used as it is: PyTorch, Keras and the trainer of this site.',
  },
  classic: {
    sampled: (units, mask) => mul(units, mask),
    whole: (units, rate) => mul(units, 1 - rate),
    weights: (rate) => div(outputWeights, 1 - rate),
    equation: ['z = (m ⊙ h) W′ + b', 'z = ((1 − p) h) W′ + b'],
    words:
      'Nothing is scaled while training, and all units, or their outgoing weights, are scaled down afterwards: the papers of 2012 and 2014. The stored weights are W′ = W / (1 − p).',
  },
};

/** Both graphs, one line a node. */
export function printed(convention: Convention, rate: number): string {
  const { sampled, whole } = programs[convention];
  const units = input('h', [1, hiddenUnits]);
  const mask = input('m', [1, hiddenUnits]);
  const weights = input(convention === 'classic' ? "W'" : 'W', [hiddenUnits, classes]);
  return [
    graph('training', { z: scoresOf(sampled(units, mask, rate), weights) }),
    graph('afterwards', { z: scoresOf(whole(units, rate), weights) }),
  ]
    .map(print)
    .join('\n\n');
}
