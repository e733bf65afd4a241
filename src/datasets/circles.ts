import type { Random } from '../trainer/initializers/random.ts';
import { circlePoint } from './circle-point.ts';
import type { Examples } from './dataset.ts';
import { scatter } from './points.ts';

/**
 * Two circles around (½, ½), the outer one +1 and the inner one −1, in turn: no line gets more than two in
 * three right, and the distance from the centre alone gets all.
 *
 * @param outer radius of the outer circle; 0.8 stays in the plane of the demos, −0.5 … 1.5
 * @param inner radius of the inner circle
 * @param noise standard deviation along each axis
 */
export function circles(
  count: number,
  {
    outer = 0.8,
    inner = 0.4,
    noise = 0.05,
  }: { readonly outer?: number; readonly inner?: number; readonly noise?: number },
  random: Random,
): Examples {
  return scatter(count, noise, random, (i) => {
    const [cos, sin] = circlePoint(random.uniform());
    const radius = i % 2 === 0 ? outer : inner;
    return { x1: 0.5 + radius * cos, x2: 0.5 + radius * sin, label: i % 2 === 0 ? 1 : -1 };
  });
}
