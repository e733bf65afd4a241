import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/graph/autodiff.ts';
import { add, exp, greater, mul, reduceSum, reshape, sub, tanh, where } from '../../src/graph/ops/index.ts';
import { constant, input, type Value } from '../../src/graph/value.ts';
import { numbersOf } from '../support/numbers-of.ts';
import '../support/close-to.ts';

const x = input('x', []);

describe('gradients', () => {
  it('adds up the gradients of a value that is used twice', () => {
    // d(x² + 3x)/dx = 2x + 3
    const [slope] = gradients(add(mul(x, x), mul(3, x)), [x]);
    expect(numbersOf(slope, { x: [5] })).toEqual([13]);
  });

  it('adds up the gradients of two paths that meet again in a shared value', () => {
    // u = eˣ is used by both factors: d(u (u + x))/dx = u (2u + x + 1)
    const u = exp(x);
    const [slope] = gradients(mul(u, add(u, x)), [x]);
    const e = Math.exp(0.3);
    expect(numbersOf(slope, { x: [0.3] })[0]).toBeCloseTo(e * (2 * e + 0.3 + 1), 12);
  });

  it('multiplies the slopes along a chain', () => {
    // d tanh(e²ˣ)/dx = 2 e²ˣ (1 − tanh² e²ˣ)
    const [slope] = gradients(tanh(exp(mul(2, x))), [x]);
    const inner = Math.exp(2 * -0.4);
    expect(numbersOf(slope, { x: [-0.4] })[0]).toBeCloseTo(2 * inner * (1 - Math.tanh(inner) ** 2), 12);
  });

  it('sums the gradient of a row over the rows it was repeated for', () => {
    const matrix = constant([1, 2, 3, 10, 20, 30], 'float32', [2, 3]);
    const row = input('row', [3]);
    const column = input('column', [2, 1]);
    const [ofRow, ofColumn] = gradients(reduceSum(mul(mul(matrix, row), column)), [row, column]);
    const feeds = { row: [1, 1, 2], column: [1, 0.5] };
    expect(ofRow.shape).toEqual([3]);
    expect(numbersOf(ofRow, feeds)).toEqual([6, 12, 18]);
    expect(ofColumn.shape).toEqual([2, 1]);
    expect(numbersOf(ofColumn, feeds)).toEqual([9, 90]);
  });

  it('sums the gradient of a scalar over everything it was repeated for', () => {
    const [slope] = gradients(reduceSum(mul(x, constant([1, 2, 4]))), [x]);
    expect(slope.shape).toEqual([]);
    expect(numbersOf(slope, { x: [9] })).toEqual([7]);
  });

  it('gives zeros of the right shape for what the loss does not depend on', () => {
    const other = input('other', [2, 3]);
    const [slope] = gradients(mul(x, x), [other]);
    expect(slope.shape).toEqual([2, 3]);
    expect(numbersOf(slope)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is 1 for the loss itself', () => {
    const loss = mul(x, x);
    expect(numbersOf(gradients(loss, [loss])[0])).toEqual([1]);
  });

  it('lets nothing flow through a comparison, whose slope is 0', () => {
    // y = x · [x > 1]: only the factor x carries a slope
    const gate = where(greater(x, 1), constant(1), constant(0));
    const [slope] = gradients(mul(x, gate), [x]);
    expect(numbersOf(slope, { x: [3] })).toEqual([1]);
    expect(numbersOf(slope, { x: [0.5] })).toEqual([0]);
  });

  it('can be taken twice, because a gradient is a graph too', () => {
    const cube = mul(x, mul(x, x));
    const [slope] = gradients(cube, [x]);
    const [curvature] = gradients(slope, [x]);
    expect(numbersOf(curvature, { x: [7] })).toEqual([42]);
  });

  it('walks back through 20,000 values without overflowing the call stack', () => {
    let last: Value = x;
    for (let i = 0; i < 20_000; i++) last = sub(last, x);
    expect(numbersOf(gradients(last, [x])[0], { x: [1] })).toEqual([-19_999]);
  });

  it.each([
    { name: 'a vector', loss: input('losses', [3]), shape: '[3]' },
    { name: 'a matrix of one number', loss: reshape(x, [1, 1]), shape: '[1, 1]' },
  ])('refuses $name as a loss', ({ loss, shape }) =>
    expect(() => gradients(loss, [x])).toThrow(
      new RangeError(`gradients: the loss must be a scalar, its shape is ${shape}`),
    ),
  );
});
