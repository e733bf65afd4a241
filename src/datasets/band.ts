import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/**
 * Points along −2 … 2 that are +1 inside a band and −1 on both sides of it, then moved a little: one monotone
 * unit can follow either edge of the band, and none can follow both.
 *
 * @param edges where the band begins and ends
 * @param noise standard deviation of the move, which blurs the edges
 * @returns `x` holds one number an example, before the move evenly spaced
 */
export function band(
  count: number,
  {
    edges = [-0.8, 1.2],
    noise = 0.3,
  }: { readonly edges?: readonly [number, number]; readonly noise?: number },
  random: Random,
): Examples {
  const x = new Float32Array(count);
  const target = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const place = -2 + (4 * (i + 0.5)) / count;
    target[i] = place >= edges[0] && place <= edges[1] ? 1 : -1;
    x[i] = place + noise * random.normal();
  }
  return { count, x, target };
}
