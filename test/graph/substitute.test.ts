import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/graph/autodiff.ts';
import { add, matmul, mul, reduceSum } from '../../src/graph/ops/index.ts';
import { substitute } from '../../src/graph/substitute.ts';
import { input } from '../../src/graph/value.ts';
import { numbersOf } from '../support/numbers-of.ts';

describe('substitute', () => {
  const x = input('x', [2]);
  const bias = input('bias', [2]);
  const y = add(mul(x, x), bias);

  it('computes with the value in the place of the input', () =>
    // (2x)² + b at x = (1, 3)
    expect(numbersOf(substitute(y, new Map([[x, mul(x, 2)]])), { x: [1, 3], bias: [5, 7] })).toEqual([
      9, 43,
    ]));

  it('has the gradient of the composition', () => {
    const [gradient] = gradients(reduceSum(substitute(y, new Map([[x, mul(x, 2)]]))), [x]);
    expect(numbersOf(gradient, { x: [1, 3] })).toEqual([8, 24]);
  });

  it('leaves alone what does not depend on it', () =>
    expect(substitute(y, new Map([[input('z', [2]), mul(x, 2)]]))).toBe(y));

  it('names the operator that does not take the value', () => {
    const a = input('a', [2, 3]);
    const product = matmul(a, input('b', [3, 1]));
    expect(() => substitute(product, new Map([[a, input('c', [2, 4])]]))).toThrow(/MatMul/);
  });
});
