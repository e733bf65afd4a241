import type { Random } from '../trainer/initializers/random.ts';
import { circlePoint } from './circle-point.ts';
import type { Examples } from './dataset.ts';
import { scatter } from './points.ts';

/**
 * Two half-circles that reach into one another, in turn: the upper one +1, the lower one −1. They fill
 * −¼ … 1¼ across and ⅛ … ⅞ up.
 *
 * @param noise standard deviation along each axis
 */
export function moons(
  count: number,
  { noise = 0.05 }: { readonly noise?: number },
  random: Random,
): Examples {
  return scatter(count, noise, random, (i) => {
    const [cos, sin] = circlePoint(random.uniform() / 2);
    return i % 2 === 0
      ? { x1: 0.25 + 0.5 * cos, x2: 0.375 + 0.5 * sin, label: 1 }
      : { x1: 0.75 - 0.5 * cos, x2: 0.625 - 0.5 * sin, label: -1 };
  });
}
