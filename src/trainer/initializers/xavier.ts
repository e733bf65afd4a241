import { sizeOf } from '../../graph/shape.ts';
import type { Shape } from '../../graph/value.ts';
import type { Random } from './random.ts';

/**
 * Xavier (Glorot) uniform initial weights, for units that are near-linear around 0 such as tanh.
 *
 * U(−a, a), a = √(6 / (inputs + outputs)), so variance 2 / (inputs + outputs)        [glorot-2010]
 *
 * @param shape [inputs, outputs]
 */
export function xavier(shape: Shape, random: Random): Float32Array {
  const limit = Math.sqrt(6 / (shape[0] + shape[1]));
  return Float32Array.from({ length: sizeOf(shape) }, () => (2 * random.uniform() - 1) * limit);
}
