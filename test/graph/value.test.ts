import { describe, expect, it } from 'vitest';
import { add, matmul, mul } from '../../src/graph/ops/index.ts';
import { constant, graph, input, topologicalOrder, type Value } from '../../src/graph/value.ts';
import { numbersOf } from '../support/numbers-of.ts';

describe('constant', () => {
  it('makes a scalar of a number and a vector of a list', () => {
    expect(constant(3).shape).toEqual([]);
    expect(constant([3, 4]).shape).toEqual([2]);
  });
  it('refuses a list that does not fill its shape', () =>
    expect(() => constant([1, 2, 3], 'float32', [2, 2])).toThrow(
      new RangeError('constant: shape [2, 2] holds 4 numbers, got 3'),
    ));
});

describe('apply', () => {
  it('checks shapes where the value is written, before anything runs', () =>
    expect(() => matmul(input('x', [32, 784]), input('w', [128, 10]))).toThrow(
      new RangeError('MatMul: [32, 784] · [128, 10]: 784 columns on the left, 128 rows on the right'),
    ));
  it('takes a plain number for a scalar constant', () => {
    const sum = add(input('x', [2]), 3);
    expect(sum.inputs[1]).toEqual(constant(3));
  });
});

describe('topologicalOrder', () => {
  const x = input('x', []);
  const square = mul(x, x);
  const sum = add(square, x);

  it('puts every value after the values it is computed from, each once', () =>
    expect(topologicalOrder([sum])).toEqual([x, square, sum]));
  it('keeps a root that another root depends on in front of it', () =>
    expect(topologicalOrder([sum, square])).toEqual([x, square, sum]));
  it('leaves out what the roots do not depend on', () =>
    expect(topologicalOrder([square])).not.toContain(sum));

  it('walks a chain of 20,000 values without overflowing the call stack', () => {
    let last: Value = x;
    for (let i = 0; i < 20_000; i++) last = add(last, 1);
    const order = topologicalOrder([last]);
    expect(order.filter((value) => value.kind === 'result')).toHaveLength(20_000);
    expect(order.at(-1)).toBe(last);
    expect(numbersOf(last, { x: [0.5] })).toEqual([20_000.5]);
  });
});

describe('graph', () => {
  const x = input('x', [2]);

  it('finds the inputs its outputs depend on, and keeps those named first in front', () => {
    const rate = input('rate', []);
    const unused = input('unused', [3]);
    expect(graph('g', { y: mul(x, rate) }, [unused, rate]).inputs).toEqual([unused, rate, x]);
  });
  it('refuses two different inputs of one name', () =>
    expect(() => graph('g', { y: add(x, input('x', [2])) })).toThrow(
      new RangeError('graph "g": two different inputs are called "x"'),
    ));
  it('refuses an output named like an input', () =>
    expect(() => graph('g', { x: add(x, 1) })).toThrow(
      new RangeError('graph "g": "x" is both an input and an output'),
    ));
});
