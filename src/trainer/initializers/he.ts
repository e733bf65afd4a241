import { sizeOf } from '../../graph/shape.ts';
import type { Shape } from '../../graph/value.ts';
import type { Random } from './random.ts';

/**
 * He (Kaiming) uniform initial weights, for rectified linear units, which pass half of what they get.
 *
 * U(−a, a), a = √(6 / inputs), so variance 2 / inputs        [he-2015]
 *
 * @param shape [inputs, outputs]
 */
export function he(shape: Shape, random: Random): Float32Array {
  const limit = Math.sqrt(6 / shape[0]);
  return Float32Array.from({ length: sizeOf(shape) }, () => (2 * random.uniform() - 1) * limit);
}
