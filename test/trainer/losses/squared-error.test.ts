import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { squaredError } from '../../../src/trainer/losses/squared-error.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const sample = [irregular([3, 2], 2), irregular([3, 2], 2, 3)];

describe('squaredError', () => {
  it('halves the squared distance and averages over examples, not over outputs', () => {
    const predictions = constant([1, 2, 3, 4], 'float32', [2, 2]);
    const targets = constant([0, 0, 3, 2], 'float32', [2, 2]);
    // ½ · ((1 + 4) + (0 + 4)) / 2
    expect(numbersOf(squaredError(predictions, targets))).toEqual([2.25]);
  });
  it('has y − t as its gradient for one example', () => {
    const y = input('y', [1, 3]);
    const loss = squaredError(y, constant([1, 1, 1], 'float32', [1, 3]));
    expect(numbersOf(gradients(loss, [y])[0], { y: [0.5, 1, 3] })).toEqual([-0.5, 0, 2]);
  });
  it('refuses to broadcast targets over predictions', () =>
    expect(() => squaredError(input('y', [4, 1]), input('t', [4]))).toThrow(
      new RangeError('squaredError: predictions [4, 1] and targets [4] must have one shape'),
    ));
  it('has the gradient that central differences measure', () => expectGradient(squaredError, sample));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(squaredError, sample));
});
