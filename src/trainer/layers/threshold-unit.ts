import { greater, where } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';
import { dense } from './dense.ts';

/**
 * A layer of threshold units: fires (+1) where the weighted sum exceeds 0, else −1. [rosenblatt-1958]
 *
 * @param x       shape [N, inputs]
 * @param weights shape [inputs, outputs]
 * @param bias    shape [outputs]; minus the threshold
 * @returns −1 or +1, shape [N, outputs]
 */
export const thresholdUnit = (x: Value, weights: Value, bias: Value): Value =>
  where(greater(dense(x, weights, bias), 0), 1, -1);
