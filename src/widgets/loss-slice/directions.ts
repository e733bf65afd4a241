/** Planes through the space of all parameters, and the shadows that training throws on them. */

import { random } from '../../trainer/initializers/random.ts';
import type { Numbers } from '../kit/graph-runner.ts';

/** A point with two directions: every point of the plane is `base` + a `across` + b `up`. */
export interface Plane {
  readonly base: Numbers;
  readonly across: Numbers;
  readonly up: Numbers;
}

const map = (like: Numbers, of: (name: string, i: number) => number): Numbers =>
  Object.fromEntries(Object.entries(like).map(([name, data]) => [name, data.map((_, i) => of(name, i))]));

export const difference = (a: Numbers, b: Numbers): Numbers => map(a, (name, i) => a[name][i] - b[name][i]);

export const product = (a: Numbers, b: Numbers): number =>
  Object.keys(a).reduce((sum, name) => sum + a[name].reduce((part, one, i) => part + one * b[name][i], 0), 0);

/**
 * A random direction in which every unit's incoming weights are as long as they are in `like`, so that a
 * slice does not only show the scale of the weights [li-2018]. Biases stay as they are.
 * @param units outputs of each layer, by the name of its weights, [inputs, outputs] row-major
 */
export function filterNormalised(
  like: Numbers,
  units: Readonly<Record<string, number>>,
  seed: number,
): Numbers {
  const numbers = random(seed);
  return Object.fromEntries(
    Object.entries(like).map(([name, data]) => {
      const count = units[name];
      if (!count) return [name, new Float32Array(data.length)];
      const drawn = data.map(() => numbers.normal());
      const length = (of: Float32Array, unit: number) =>
        Math.hypot(...of.filter((_, i) => i % count === unit));
      const scales = Array.from({ length: count }, (_, unit) => length(data, unit) / length(drawn, unit));
      return [name, drawn.map((one, i) => one * scales[i % count])];
    }),
  );
}

/** The part of a direction at right angles to another, as long as that one. */
export function perpendicular(direction: Numbers, to: Numbers): Numbers {
  const share = product(direction, to) / product(to, to);
  const rest = map(direction, (name, i) => direction[name][i] - share * to[name][i]);
  const scale = Math.sqrt(product(to, to) / product(rest, rest));
  return map(rest, (name, i) => scale * rest[name][i]);
}

export interface Shadow {
  /** Coordinates of the nearest point of the plane. */
  readonly at: readonly [number, number];
  /** What part of the way from the base lies in the plane, of its squared length: 1 in the plane, 0 at right angles. */
  readonly share: number;
}

export function shadowOf(point: Numbers, { base, across, up }: Plane): Shadow {
  const way = difference(point, base);
  const [aa, ab, bb] = [product(across, across), product(across, up), product(up, up)];
  const [wa, wb] = [product(way, across), product(way, up)];
  const determinant = aa * bb - ab * ab;
  const at = [(bb * wa - ab * wb) / determinant, (aa * wb - ab * wa) / determinant] as const;
  const whole = product(way, way);
  return { at, share: whole === 0 ? 1 : (at[0] * wa + at[1] * wb) / whole };
}
