/**
 * Weights of a square field that fall with the distance d from its middle: 1 / (1 + d²/size²).
 *
 * The middle has weight 1, corners about 2/3. A rational function, so that every machine has the same bits.
 *
 * @param size side of the square, an odd whole number, so that there is a middle
 * @returns size × size numbers, row-major
 * @throws RangeError if the size is not odd
 */
export function fallOff(size: number): number[] {
  if (!Number.isInteger(size) || size % 2 !== 1)
    throw new RangeError(`fallOff: the side of a field must be odd, got ${size}`);
  const middle = (size - 1) / 2;
  return Array.from({ length: size * size }, (_, at) => {
    const [down, right] = [Math.floor(at / size) - middle, (at % size) - middle];
    return 1 / (1 + (down * down + right * right) / (size * size));
  });
}
