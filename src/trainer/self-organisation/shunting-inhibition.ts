import { add, div, mul, relu, sub } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/**
 * How a feature-detecting cell answers: inhibition divides what excitation has summed up, instead of being
 * subtracted from it.
 *
 * u = r · max(0, (1 + e) / (1 + 2r/(1+r) · h) − 1)        [fukushima-1980]
 *
 * After much learning e and h dwarf the ones: a learnt pattern then gives 1, another of any strength gives
 * something only if it resembles the learnt one by more than r/(1+r), 0 if not (see `competitive-learning`).
 *
 * @param excitation  e ≥ 0, weighted sum of what the cell sees
 * @param inhibition  h ≥ 0, of the same shape or broadcast to it: how much there is to see
 * @param selectivity r > 0
 * @returns u ≥ 0
 * @throws RangeError if the selectivity is not positive
 */
export function shuntingInhibition(excitation: Value, inhibition: Value, selectivity: number): Value {
  const r = selectivity;
  if (!(r > 0)) throw new RangeError(`shuntingInhibition: the selectivity must be > 0, got ${r}`);
  const shunt = add(1, mul((2 * r) / (1 + r), inhibition));
  return mul(r, relu(sub(div(add(1, excitation), shunt), 1)));
}
