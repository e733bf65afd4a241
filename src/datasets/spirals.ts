import type { Random } from '../trainer/initializers/random.ts';
import { circlePoint } from './circle-point.ts';
import type { Examples } from './dataset.ts';
import { scatter } from './points.ts';

/**
 * Two arms that wind around (½, ½) half a turn apart, in turn +1 and −1: the hard case among the data sets
 * of the plane, set as a task for backpropagation by Wieland [lang-1988].
 *
 * @param turns  how often an arm winds around the centre
 * @param radius where the arms end
 * @param noise  standard deviation along each axis
 */
export function spirals(
  count: number,
  {
    turns = 1.5,
    radius = 0.9,
    noise = 0.02,
  }: { readonly turns?: number; readonly radius?: number; readonly noise?: number },
  random: Random,
): Examples {
  return scatter(count, noise, random, (i) => {
    const arm = i % 2;
    // Even along the arm from near the centre to its end, so that both arms have the same places.
    const way = (i - arm + 2) / (count + 1);
    const [cos, sin] = circlePoint(turns * way + arm / 2);
    return { x1: 0.5 + radius * way * cos, x2: 0.5 + radius * way * sin, label: arm === 0 ? 1 : -1 };
  });
}
