import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import {
  cast,
  greater,
  leakyRelu,
  less,
  maxPool,
  mul,
  not,
  reduceSum,
  relu,
  softmax,
  softplus,
} from '../../../src/graph/ops/index.ts';
import { constant, input, type Value } from '../../../src/graph/value.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const matrix = irregular([3, 4], 2);

describe.each<{ op: string; of: Build; at: Sample[] }>([
  { op: 'leakyRelu', of: (x) => leakyRelu(x), at: [[-2, -0.5, 0.5, 3]] },
  { op: 'leakyRelu with slope 0.3', of: (x) => leakyRelu(x, 0.3), at: [[-2, -0.5, 0.5, 3]] },
  { op: 'softplus', of: (x) => softplus(x), at: [[-30, -2, -0.5, 0, 0.5, 3, 30]] },
  { op: 'softmax of rows', of: (x) => softmax(x), at: [matrix] },
  { op: 'softmax of columns', of: (x) => softmax(x, 0), at: [matrix] },
  { op: 'softmax in the middle', of: (x) => softmax(x, 1), at: [irregular([2, 3, 4], 3)] },
  { op: 'less and not', of: (a, b) => cast(not(less(a, b)), 'float32'), at: [matrix, irregular([4], 2, 3)] },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

describe('relu', () => {
  it('has the subgradient 0 at 0 and passes gradients of either sign above it', () => {
    const x = input('x', [3]);
    const [dx] = gradients(reduceSum(mul(relu(x), constant([2, -3, 5]))), [x]);
    expect(numbersOf(dx, { x: [1, 1, 0] })).toEqual([2, -3, 0]);
  });
});

describe('leakyRelu', () => {
  it('has the slope 0.01 below zero unless told otherwise', () => {
    expect(numbersOf(leakyRelu(constant([-2, 3])))).toEqual([-0.02, 3]);
    expect(numbersOf(leakyRelu(constant([-2, 3]), 0.3))).toEqual([-0.6, 3]);
  });
  it('uses the slope of the left side at 0', () => {
    const x = input('x', [1]);
    const [dx] = gradients(reduceSum(leakyRelu(x, 0.25)), [x]);
    expect(numbersOf(dx, { x: [0] })).toEqual([0.25]);
  });
});

describe('softplus', () => {
  it('is log 2 at 0', () => expect(numbersOf(softplus(constant([0])))[0]).toBeCloseTo(Math.log(2), 12));
  it('does not overflow float32, on either side', () =>
    expectRuntimeAgrees((x) => softplus(x), [[-1000, 1000]]));
});

describe('softmax', () => {
  it('turns scores into shares', () => {
    const [small, large] = numbersOf(softmax(constant([0, Math.log(3)])));
    expect(small).toBeCloseTo(0.25, 12);
    expect(large).toBeCloseTo(0.75, 12);
  });
  it('does not overflow', () => expect(numbersOf(softmax(constant([1000, 1000])))).toEqual([0.5, 0.5]));
  it('refuses an axis that does not exist', () =>
    expect(() => softmax(input('x', [2, 3]), 2)).toThrow(
      new RangeError('Softmax: axis 2 does not exist in a tensor of rank 2'),
    ));
});

it.each([
  { op: 'Softmax', of: softmax },
  { op: 'LeakyRelu', of: leakyRelu },
  { op: 'MaxPool', of: (x: Value) => maxPool(x, { kernel: [1, 1] }) },
])('$op refuses booleans', ({ op, of }) =>
  expect(() => of(input('x', [1, 1, 2, 2], 'bool'))).toThrow(
    new RangeError(`${op}: input 1 must be float32, got bool`),
  ),
);

describe('comparisons', () => {
  it('answer at ties as well as on both sides of them', () => {
    const [a, b] = [constant([1, 2, 3]), constant([2, 2, 2])];
    expect(numbersOf(less(a, b))).toEqual([1, 0, 0]);
    expect(numbersOf(not(greater(a, b)))).toEqual([1, 1, 0]);
  });
  it('refuse to turn a number round', () =>
    expect(() => not(constant([1]))).toThrow(new RangeError('Not: input 1 must be bool, got float32')));
});
