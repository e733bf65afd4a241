/** Stages of S-cells and C-cells, one behind the other. */

import { type Input, input, type Value } from '../../graph/value.ts';
import { cCells } from './c-cells.ts';
import type { SLayer } from './competitive-learning.ts';
import { sCells } from './s-cells.ts';

export interface Stage {
  readonly features: SLayer;
  readonly pooling: Parameters<typeof cCells>[1];
}

/**
 * A neocognitron: S-cells find features, C-cells let them lie a little elsewhere, and the next stage finds
 * features of those, over a larger part of the image. [fukushima-1980]
 *
 * @param x images ≥ 0, shape [N, channels, height, width]
 * @returns the last C-cells, and the parameters `stage<s>.excitatory` and `stage<s>.inhibitory`, s from 1
 */
export function neocognitron(
  x: Value,
  stages: readonly Stage[],
): { readonly answers: Value; readonly parameters: readonly Input[] } {
  const parameters: Input[] = [];
  const answers = stages.reduce((image, { features, pooling }, s) => {
    const { planes, size } = features;
    const excitatory = input(`stage${s + 1}.excitatory`, [planes, image.shape[1], size, size]);
    const inhibitory = input(`stage${s + 1}.inhibitory`, [planes, 1, 1]);
    parameters.push(excitatory, inhibitory);
    return cCells(sCells(image, { excitatory, inhibitory }, features), pooling);
  }, x);
  return { answers, parameters };
}
