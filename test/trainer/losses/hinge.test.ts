import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { hinge, oneVersusRest } from '../../../src/trainer/losses/hinge.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const targets = constant([1, -1, -1, -1, 1, -1], 'float32', [2, 3]);

describe('hinge', () => {
  it('has the gradient that central differences measure', () =>
    expectGradient((scores) => hinge(scores, targets), [irregular([2, 3], 3)]));
  it('gives what onnxruntime gives', () =>
    expectRuntimeAgrees((scores) => hinge(scores, targets), [irregular([2, 3], 3)]));

  it.each([
    { score: 2, target: 1, loss: 0, because: 'right and beyond the margin' },
    { score: 0.25, target: 1, loss: 0.75, because: 'right but within the margin' },
    { score: 0.25, target: -1, loss: 1.25, because: 'wrong' },
    { score: -3, target: 1, loss: 4, because: 'far on the wrong side, and still only linear' },
  ])('of a score of $score for $target is $loss: $because', ({ score, target, loss }) =>
    expect(
      numbersOf(hinge(constant([score], 'float32', [1, 1]), constant([target], 'float32', [1, 1]))),
    ).toEqual([loss]),
  );
  it('adds over outputs and averages over examples', () =>
    expect(numbersOf(hinge(constant([0, 0, 0, 0, 3, 0], 'float32', [2, 3]), targets))).toEqual([2.5]));
  it('lets examples beyond the margin rest, and those at it', () => {
    const scores = input('scores', [3, 1]);
    const [slope] = gradients(hinge(scores, constant([1, 1, -1], 'float32', [3, 1])), [scores]);
    expect(numbersOf(slope, { scores: [5, 1, 0.5] })).toBeCloseToTensor([0, 0, 1 / 3], 1e-12);
  });
  it('refuses class numbers in place of rows', () =>
    expect(() => hinge(input('scores', [8, 10]), input('targets', [8]))).toThrow(
      new RangeError('hinge: predictions [8, 10] and targets [8] must have one shape'),
    ));
});

describe('oneVersusRest', () => {
  it('makes +1 of the class and −1 of all others', () =>
    expect(numbersOf(oneVersusRest(constant([0, 1, 0])))).toEqual([-1, 1, -1]));
});
