/** One polynomial unit in numbers: fitted to one part of the data, judged on the other. */

import { type Column, leastSquares } from './least-squares.ts';

/** Each observation has one number in every column. */
export interface Observations {
  readonly inputs: readonly Column[];
  readonly target: Column;
}

export interface FittedUnit {
  /** Which two of the layer's inputs it takes, counted from 0. */
  readonly first: number;
  readonly second: number;
  /** a₀ … a₅ of `polynomialUnit`. */
  readonly coefficients: readonly number[];
  /** Mean squared error on the checking part: the external criterion. */
  readonly error: number;
}

/**
 * The unit of inputs `first` and `second` with the least squared error on the training part, together with
 * its error on the checking part, of which the fit has seen nothing. [ivakhnenko-1971]
 */
export function fitUnit(
  first: number,
  second: number,
  { training, checking }: { readonly training: Observations; readonly checking: Observations },
): FittedUnit {
  const coefficients = leastSquares(
    termsOf(training.inputs[first], training.inputs[second]),
    training.target,
  );
  const answers = outputOf({ first, second, coefficients }, checking.inputs);
  return { first, second, coefficients, error: meanSquare(answers.map((y, i) => y - checking.target[i])) };
}

/** What a unit answers to each observation. @param inputs the columns its layer was given */
export function outputOf(
  { first, second, coefficients }: Omit<FittedUnit, 'error'>,
  inputs: readonly Column[],
): Column {
  const terms = termsOf(inputs[first], inputs[second]);
  return inputs[first].map((_, i) => terms.reduce((sum, term, k) => sum + coefficients[k] * term[i], 0));
}

/** 1, u, v, u v, u², v² of every observation, a column each. */
const termsOf = (u: Column, v: Column): Column[] => [
  u.map(() => 1),
  u,
  v,
  u.map((one, i) => one * v[i]),
  u.map((one) => one * one),
  v.map((one) => one * one),
];

export const meanSquare = (column: Column): number =>
  column.reduce((sum, one) => sum + one * one, 0) / column.length;
