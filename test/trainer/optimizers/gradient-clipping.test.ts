import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { add, mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import {
  clipByGlobalNorm,
  clipByNorm,
  clipByValue,
} from '../../../src/trainer/optimizers/gradient-clipping.ts';
import { momentum } from '../../../src/trainer/optimizers/momentum.ts';
import type { Optimizer } from '../../../src/trainer/optimizers/optimizer.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import { trainingStep } from '../../../src/trainer/step.ts';
import '../../support/close-to.ts';
import { path } from './descend.ts';

// Two parameters with the gradients (3, 4) and (12): norms 5 and 12, together 13.
const [a, b] = [input('a', [2]), input('b', [1])];
const loss = add(reduceSum(mul(constant([3, 4]), a)), reduceSum(mul(12, b)));
/** The gradient that reaches the parameters, from one step at learning rate 1. */
function reaching(optimizer: Optimizer): number[] {
  const step = trainingStep({ name: 'clip', batch: [], parameters: [a, b], loss, optimizer });
  const { 'a.next': nextA, 'b.next': nextB } = evaluate(step, { a: [0, 0], b: [0], learningRate: [1] });
  return [...nextA.data, ...nextB.data].map((one) => -one);
}

describe('clipByGlobalNorm', () => {
  const whole = gradients(loss, [a, b]);
  it('scales all parameters by one factor, so that the direction stays', () => {
    const found = reaching(clipByGlobalNorm(sgd(), { limit: 6.5, gradients: whole }));
    expect(found).toBeCloseToTensor([1.5, 2, 6], 1e-14);
  });
  it('changes nothing below the limit', () => {
    expect(reaching(clipByGlobalNorm(sgd(), { limit: 13, gradients: whole }))).toEqual([3, 4, 12]);
  });
  it('refuses a negative limit', () => {
    expect(() => clipByGlobalNorm(sgd(), { limit: -1, gradients: whole })).toThrow('clipByGlobalNorm: limit');
  });
});

describe('clipByNorm', () => {
  it('clips each parameter by its own norm', () => {
    expect(reaching(clipByNorm(sgd(), { limit: 6 }))).toBeCloseToTensor([3, 4, 6], 1e-14);
  });
  it('clips before the optimizer sees the gradient', () => {
    // velocities 1 and 0.5 + 1
    const optimizer = clipByNorm(momentum({ decay: 0.5 }), { limit: 1 });
    expect(path(optimizer, { from: [0], learningRate: 1, gradients: [[7], [7]] })).toEqual([-1, -2.5]);
  });
});

describe('clipByValue', () => {
  it('cuts each number at both ends', () => {
    expect(reaching(clipByValue(sgd(), { limit: 3.5 }))).toEqual([3, 3.5, 3.5]);
    const gradients = [[-9], [9], [0.25], [-0.25]];
    expect(path(clipByValue(sgd(), { limit: 1 }), { from: [0], learningRate: 1, gradients })).toEqual([
      1, 0, -0.25, 0,
    ]);
  });
});
