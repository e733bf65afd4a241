import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { reduceSum, softmax, stopGradient } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { logSumExp } from '../../../src/trainer/losses/log-sum-exp.ts';
import { type Build, expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

describe.each<{ what: string; of: Build }>([
  { what: 'of rows', of: (z) => logSumExp(z) },
  { what: 'of columns', of: (z) => logSumExp(z, 0) },
])('logSumExp $what', ({ of }) => {
  const at = [irregular([3, 4], 3)];
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

describe('logSumExp', () => {
  it('lies between the maximum and the maximum plus the log of the count', () => {
    expect(numbersOf(logSumExp(constant([5, 5, 5])))[0]).toBeCloseTo(5 + Math.log(3), 12);
    expect(numbersOf(logSumExp(constant([5, -100, -100])))[0]).toBeCloseTo(5, 12);
  });
  it('does not overflow', () => expect(numbersOf(logSumExp(constant([1000, -1000])))).toEqual([1000]));
  it('has the softmax as its gradient, also where the largest numbers are equal', () => {
    const z = input('z', [3]);
    const feeds = { z: [2, 2, -1] };
    const [slope] = gradients(reduceSum(logSumExp(z)), [z]);
    expect(numbersOf(slope, feeds)).toBeCloseToTensor(numbersOf(softmax(z), feeds), 1e-12);
  });
});

describe('stopGradient', () => {
  it('passes numbers on and gradients not back', () => {
    const x = input('x', [2]);
    expect(numbersOf(stopGradient(x), { x: [3, 4] })).toEqual([3, 4]);
    expect(numbersOf(gradients(reduceSum(stopGradient(x)), [x])[0], { x: [3, 4] })).toEqual([0, 0]);
  });
});
