import { describe, expect, it } from 'vitest';
import { abs, add, mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, type Value } from '../../../src/graph/value.ts';
import { proximalL1, softThreshold } from '../../../src/trainer/optimizers/proximal-l1.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';
import { constantGradient, descend, path } from './descend.ts';

describe('softThreshold', () => {
  it('moves every number towards 0 by the threshold and stops there', () => {
    expect(numbersOf(softThreshold(constant([3, 1, 0.5, 0.3, -0.2, -2]), 0.5))).toBeCloseToTensor(
      [2.5, 0.5, 0, 0, 0, -1.5],
      1e-15,
    );
  });
});

describe('an L1 penalty of 0.05 a step on w = 0.32, with nothing else pulling', () => {
  it('comes to rest at exactly 0 as a proximal step', () => {
    const points = path(proximalL1(sgd(), { strength: 0.5 }), {
      from: [0.32],
      learningRate: 0.1,
      gradients: constantGradient(0, 9),
    });
    expect(points).toBeCloseToTensor([0.27, 0.22, 0.17, 0.12, 0.07, 0.02, 0, 0, 0], 1e-15);
    expect(points.slice(6)).toEqual([0, 0, 0]);
  });
  it('hops about 0 for ever as a subgradient in the loss', () => {
    const points = path(sgd(), {
      of: (w) => mul(0.5, reduceSum(abs(w))),
      from: [0.32],
      learningRate: 0.1,
      steps: 9,
    });
    expect(points).toBeCloseToTensor([0.27, 0.22, 0.17, 0.12, 0.07, 0.02, -0.03, 0.02, -0.03], 1e-14);
  });
});

describe('proximalL1(sgd())', () => {
  it('finds the lasso: least-squares weights 3, 1 and 0.3 become 2.5, 0.5 and exactly 0', () => {
    const target = constant([-3, -1, -0.3]);
    const loss = (w: Value) => {
      const error = add(w, target);
      return mul(0.5, reduceSum(mul(error, error)));
    };
    const { points } = descend(proximalL1(sgd(), { strength: 0.5 }), {
      of: loss,
      from: [0, 0, 0],
      learningRate: 0.3,
      steps: 200,
    });
    expect(points[199]).toBeCloseToTensor([2.5, 0.5, 0], 1e-12);
    expect(points[199][2]).toBe(0);
  });
  it('leaves alone what it is told to', () => {
    const optimizer = proximalL1(sgd(), { strength: 1, on: (parameter) => parameter.shape.length > 1 });
    expect(path(optimizer, { from: [1], learningRate: 0.1, gradients: [[0]] })).toEqual([1]);
  });
  it('refuses a negative strength', () => {
    expect(() => proximalL1(sgd(), { strength: -1 })).toThrow('proximalL1: strength');
  });
});
