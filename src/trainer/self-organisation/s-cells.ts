import { conv, mul, sqrt } from '../../graph/ops/index.ts';
import { type Constant, constant, type Value } from '../../graph/value.ts';
import { fallOff } from './fall-off.ts';
import { shuntingInhibition } from './shunting-inhibition.ts';

export interface SCellWeights {
  /** a ≥ 0: the pattern that the cells of each plane look for, shape [planes, channels, size, size]. */
  readonly excitatory: Value;
  /** b ≥ 0, one for each plane, shape [planes, 1, 1]. */
  readonly inhibitory: Value;
}

/**
 * S-cells of a neocognitron: planes of feature detectors, one for every place of the image.
 *
 * u = r · max(0, (1 + Σ a x) / (1 + 2r/(1+r) · b v) − 1),  v = √(Σ c x²)        [fukushima-1980]
 *
 * All cells of a plane share their weights and look at different places, as filters of a convolution do. The
 * inhibition measures how much there is to see, so that a cell answers to a shape and not to mere brightness.
 *
 * @param x           images ≥ 0, shape [N, channels, height, width]
 * @param selectivity r > 0: cells answer to what resembles their pattern by more than r/(1+r)
 * @param padding     zeros around the image; (size − 1)/2 gives as many places as pixels
 * @returns u ≥ 0, about 1 for a well-learnt pattern; shape [N, planes, places down, places across]
 * @throws RangeError if channels do not fit, the size is even or the selectivity not positive
 */
export function sCells(
  x: Value,
  { excitatory, inhibitory }: SCellWeights,
  { selectivity, padding = 0 }: { readonly selectivity: number; readonly padding?: number },
): Value {
  const excitation = conv(x, excitatory, null, { pads: [padding, padding, padding, padding] });
  const [, channels, size] = excitatory.shape;
  return shuntingInhibition(
    excitation,
    mul(inhibitory, localIntensity(x, channels, size, padding)),
    selectivity,
  );
}

/** v = √(Σ c x²) over the field of each cell, of all channels together: shape [N, 1, down, across]. */
export const localIntensity = (x: Value, channels: number, size: number, padding: number): Value =>
  sqrt(conv(mul(x, x), nearness(channels, size), null, { pads: [padding, padding, padding, padding] }));

/** c: how much each place of a field counts, falling from its middle, 1 in all; shape [1, channels, size, size]. */
export function nearness(channels: number, size: number): Constant {
  const field = fallOff(size);
  const all = channels * field.reduce((sum, one) => sum + one, 0);
  const shares = Array.from({ length: channels }, () => field.map((one) => one / all)).flat();
  return constant(shares, 'float32', [1, channels, size, size]);
}
