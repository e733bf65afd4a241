import { describe, expect, it } from 'vitest';
import { relu } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { averagePooling } from '../../../src/trainer/layers/average-pooling.ts';
import { maxPooling } from '../../../src/trainer/layers/max-pooling.ts';
import { type Build, expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

describe.each<{ what: string; of: Build }>([
  { what: 'maxPooling', of: (x) => maxPooling(x) },
  { what: 'maxPooling as in AlexNet', of: (x) => maxPooling(x, { size: 3, stride: 2 }) },
  { what: 'averagePooling', of: (x) => averagePooling(x) },
  { what: 'averagePooling, overlapping', of: (x) => averagePooling(x, { size: 3, stride: 2 }) },
])('$what', ({ of }) => {
  const at = [irregular([2, 3, 6, 4])];
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const picture = constant([1, 2, 3, 4, 8, 7, 6, 5, 0, 9, 0, 9, 1, 1, 1, 1], 'float32', [1, 1, 4, 4]);

describe('pooling', () => {
  it('has windows of side 2 that lie side by side unless told otherwise', () => {
    expect(numbersOf(maxPooling(picture))).toEqual([8, 6, 9, 9]);
    expect(numbersOf(averagePooling(picture))).toEqual([4.5, 4.5, 2.75, 2.75]);
  });
  it('makes 27 × 27 of 55 × 55 with windows of side 3 and stride 2', () =>
    expect(maxPooling(input('x', [1, 96, 55, 55]), { size: 3, stride: 2 }).shape).toEqual([1, 96, 27, 27]));
});

describe('maxPooling', () => {
  it('may change places with a ReLU', () => {
    const shifted = (x: number) => constant([x, -2, -3, -4], 'float32', [1, 1, 2, 2]);
    for (const x of [-1, 5])
      expect(numbersOf(maxPooling(relu(shifted(x))))).toEqual(numbersOf(relu(maxPooling(shifted(x)))));
  });
});
