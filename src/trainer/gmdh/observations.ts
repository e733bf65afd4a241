import type { Observations } from './fit-unit.ts';

/**
 * Examples as networks take them, one after another, made into columns, one for each input.
 *
 * @param x      N times the same number of numbers
 * @param target N numbers
 * @throws RangeError if x does not hold the same number of numbers for each example
 */
export function observations(x: ArrayLike<number>, target: ArrayLike<number>): Observations {
  const count = target.length;
  const width = x.length / count;
  if (!Number.isInteger(width))
    throw new RangeError(`observations: ${x.length} numbers do not share out among ${count} examples`);
  return {
    inputs: Array.from({ length: width }, (_, column) =>
      Float64Array.from({ length: count }, (_, i) => x[i * width + column]),
    ),
    target: Float64Array.from(target),
  };
}
