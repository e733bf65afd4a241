import {
  add,
  div,
  equal,
  greater,
  maxPool,
  mul,
  neg,
  reduceMax,
  reduceSum,
  relu,
  sub,
  where,
} from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * Which cells may learn from this image: the strongest of their neighbourhood, one for each plane at most.
 *
 * A column is all cells of all planes within a small square. In each column the strongest cell, if it
 * answers at all, is a candidate; columns overlap. Of a plane's candidates only the strongest represents it.
 * So no two planes learn the same feature at one place, and planes that lost everywhere learn nothing.
 * [fukushima-1975, fukushima-1980]
 *
 * @param u      answers, ≥ 0, shape [1, planes, height, width]
 * @param column side of a column, in cells
 * @returns 1 at representatives and 0 elsewhere; if cells of one plane tie, equal shares that add up to 1
 */
export function representatives(u: Value, column: number): Value {
  const across = { kernel: [column, column], strides: [1, 1] };
  const strongest = maxPool(reduceMax(u, [1]), across);
  // A cell that is the strongest of any column equals the least of the maxima of the columns it lies in.
  const edge = column - 1;
  const least = neg(maxPool(neg(strongest), { ...across, pads: [edge, edge, edge, edge] }));
  const candidates = mul(where(equal(u, least), 1, 0), u);
  const best = reduceMax(candidates, [2, 3]);
  const chosen = mul(where(equal(candidates, best), 1, 0), where(greater(candidates, 0), 1, 0));
  const atLeastOne = add(1, relu(sub(reduceSum(chosen, [2, 3]), 1)));
  return div(chosen, atLeastOne);
}
