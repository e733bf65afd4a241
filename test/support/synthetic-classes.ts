/** Stand-ins for data sets that are not in the repository: as many numbers an example, easy to tell apart. */

import type { Examples } from '../../src/datasets/dataset.ts';
import { random } from '../../src/trainer/initializers/random.ts';

/**
 * Each class is a picture of random pixels, each example one of them under noise.
 * @param pixels numbers in one example, 0 … 1
 */
export function syntheticClasses(count: number, pixels: number, classes = 10, seed = 5): Examples {
  const { uniform, below } = random(seed);
  const patterns = Array.from({ length: classes }, () => Float32Array.from({ length: pixels }, uniform));
  const x = new Float32Array(count * pixels);
  const target = new Float32Array(count * classes);
  for (let i = 0; i < count; i++) {
    const label = below(classes);
    target[i * classes + label] = 1;
    for (let pixel = 0; pixel < pixels; pixel++)
      x[i * pixels + pixel] = 0.8 * patterns[label][pixel] + 0.2 * uniform();
  }
  return { count, x, target };
}
