import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { embedding } from '../../../src/trainer/layers/embedding.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const symbols = constant([2, 0, 2, 3, 1, 2], 'float32', [2, 3, 1]);
const table = irregular([4, 5]);

describe('embedding', () => {
  it('gives each symbol its row of the table', () => {
    const rows = constant([1, 10, 2, 20, 3, 30], 'float32', [3, 2]);
    const found = embedding(constant([2, 0], 'float32', [1, 2, 1]), rows);
    expect(found.shape).toEqual([1, 2, 2]);
    expect(numbersOf(found)).toEqual([3, 30, 1, 10]);
  });
  it('sends a row the gradients of all places where its symbol stands', () => {
    const rows = input('rows', [3, 1]);
    const found = embedding(constant([2, 0, 2], 'float32', [3, 1]), rows);
    const [slope] = gradients(reduceSum(mul(found, constant([1, 10, 100], 'float32', [3, 1]))), [rows]);
    expect(numbersOf(slope, { rows: [0, 0, 0] })).toEqual([10, 0, 101]);
  });
  it('has the gradient that central differences measure', () =>
    expectGradient((rows) => embedding(symbols, rows), [table]));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees((rows) => embedding(symbols, rows), [table]));
  it('refuses symbols without an axis of their own', () =>
    expect(() => embedding(input('symbols', [8, 20]), input('table', [30, 4]))).toThrow(
      new RangeError('embedding: one symbol a place: the last axis of [8, 20] must be 1'),
    ));
});
