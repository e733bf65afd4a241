import type { Random } from '../trainer/initializers/random.ts';
import { circlePoint } from './circle-point.ts';
import type { Examples } from './dataset.ts';

/**
 * Arms that wind out from the origin, each a class of its own with the same number of points.
 *
 * @param count   a multiple of `arms`
 * @param arms    number of classes
 * @param turns   how often an arm winds around the origin
 * @param noise   standard deviation along each axis; the arms end at a distance of 1
 * @returns `x` holds x₁, x₂ of each point, `target` its class as one-hot numbers
 * @throws RangeError if the classes cannot be equally large
 */
export function spiralArms(
  count: number,
  {
    arms = 3,
    turns = 0.75,
    noise = 0.08,
  }: { readonly arms?: number; readonly turns?: number; readonly noise?: number },
  random: Random,
): Examples {
  if (count % arms !== 0)
    throw new RangeError(`spiralArms: ${count} points cannot be shared equally by ${arms} arms`);
  const x = new Float32Array(2 * count);
  const target = new Float32Array(arms * count);
  for (let i = 0; i < count; i++) {
    const arm = i % arms;
    const way = 0.1 + 0.9 * random.uniform();
    const [cos, sin] = circlePoint(turns * way + arm / arms);
    x[2 * i] = way * cos + noise * random.normal();
    x[2 * i + 1] = way * sin + noise * random.normal();
    target[arms * i + arm] = 1;
  }
  return { count, x, target };
}
