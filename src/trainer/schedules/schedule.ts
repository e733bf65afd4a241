/**
 * A number that changes during training, as a pure function of the step. Steps count from 1, so step t comes
 * after t − 1 updates. Only arithmetic that every engine rounds alike is used, since what a schedule feeds
 * ends up in the trained weights.
 */
export type Schedule = (step: number) => number;

/**
 * base to the power of a whole number, by repeated squaring: engines may round `**` differently.
 * @param exponent 0, 1, 2, …
 */
export function wholePower(base: number, exponent: number): number {
  let product = 1;
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) product *= square;
    square *= square;
  }
  return product;
}
