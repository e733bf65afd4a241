/** Kernels: inner products in a space of features that is never entered. [boser-1992] */

import { add, exp, matmul, mul, reduceSum, sub, transpose } from '../../graph/ops/index.ts';
import type { Value } from '../../graph/value.ts';

/** Every row of `a` [N, inputs] with every row of `b` [M, inputs]: shape [N, M]. */
export type Kernel = (a: Value, b: Value) => Value;

/** k(a, b) = a·b: no features but the inputs themselves, so the boundary is a hyperplane. */
export const linearKernel: Kernel = (a, b) => matmul(a, transpose(b));

/**
 * k(a, b) = (a·b + c)ᵈ: the features are all products of up to d inputs.
 *
 * @param degree d, a whole number ≥ 1
 * @param offset c ≥ 0; with 0 only products of exactly d inputs are left
 * @throws RangeError if the degree or the offset is out of range
 */
export function polynomialKernel(degree: number, offset = 1): Kernel {
  if (!Number.isInteger(degree) || degree < 1 || !(offset >= 0))
    throw new RangeError(
      `polynomialKernel: takes a degree of 1, 2, … and an offset ≥ 0, got ${degree} and ${offset}`,
    );
  return (a, b) => {
    const base = add(matmul(a, transpose(b)), offset);
    let power: Value = base;
    for (let factor = 1; factor < degree; factor++) power = mul(power, base);
    return power;
  };
}

/**
 * k(a, b) = exp(−γ ‖a − b‖²), the Gaussian or RBF kernel: how near two points are, 1 for a point and itself.
 * Its features are infinitely many.
 *
 * @param gamma γ > 0; a neighbour counts for little beyond a distance of 1/√γ
 * @throws RangeError if γ is not positive
 */
export function radialKernel(gamma: number): Kernel {
  if (!(gamma > 0)) throw new RangeError(`radialKernel: takes a γ > 0, got ${gamma}`);
  return (a, b) => {
    // ‖a − b‖² = ‖a‖² + ‖b‖² − 2 a·b
    const squares = add(squaredLength(a), transpose(squaredLength(b)));
    return exp(mul(-gamma, sub(squares, mul(2, matmul(a, transpose(b))))));
  };
}

const squaredLength = (x: Value): Value => reduceSum(mul(x, x), [1]);
