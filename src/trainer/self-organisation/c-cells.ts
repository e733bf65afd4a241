import { add, conv, div, reduceMean, relu, sub } from '../../graph/ops/index.ts';
import { constant, type Value } from '../../graph/value.ts';
import { fallOff } from './fall-off.ts';

/**
 * C-cells of a neocognitron: each answers if its feature is anywhere in a small area, so that a shifted
 * image gives much the same answer. Pooling descends from them.
 *
 * s = Σ d u,  y = (1 + s) / (1 + mean of s over the planes) − 1,  answer = max(0, y) / (α + max(0, y))
 *        [fukushima-1980]
 *
 * Fixed weights d fall from the middle of the area; nothing here learns. The answer saturates: one strong
 * S-cell does nearly what many do, which is closer to a maximum than to a mean, yet neither. Planes inhibit
 * each other, so that only features stronger than the average get through; a lone plane gives nothing.
 *
 * @param u          answers of S-cells, ≥ 0, shape [N, planes, height, width], at least 2 planes
 * @param size       side of the area, odd, in cells
 * @param stride     cells from one area to the next; more than 1 thins the layer out
 * @param padding    zeros around each plane
 * @param saturation α > 0: the inhibited sum at which the answer is ½
 * @returns 0 … 1, shape [N, planes, areas down, areas across]
 * @throws RangeError if there is one plane only, the size is even or the saturation not positive
 */
export function cCells(
  u: Value,
  {
    size,
    stride = 1,
    padding = 0,
    saturation = 0.5,
  }: {
    readonly size: number;
    readonly stride?: number;
    readonly padding?: number;
    readonly saturation?: number;
  },
): Value {
  const planes = u.shape[1];
  if (planes < 2 || !(saturation > 0))
    throw new RangeError(
      `cCells: takes 2 planes or more and a saturation > 0, got ${planes} and ${saturation}`,
    );
  const fields = Array.from({ length: planes }, () => fallOff(size)).flat();
  const sum = conv(u, constant(fields, 'float32', [planes, 1, size, size]), null, {
    group: planes,
    strides: [stride, stride],
    pads: [padding, padding, padding, padding],
  });
  const inhibited = relu(sub(div(add(1, sum), add(1, reduceMean(sum, [1]))), 1));
  return div(inhibited, add(saturation, inhibited));
}
