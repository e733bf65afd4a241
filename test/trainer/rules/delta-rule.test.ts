import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { mul, sub } from '../../../src/graph/ops/index.ts';
import { input } from '../../../src/graph/value.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { squaredError } from '../../../src/trainer/losses/squared-error.ts';
import { deltaRule } from '../../../src/trainer/rules/delta-rule.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';
import { tasks, trace } from './trace.ts';

const example = {
  x: input('x', [1, 2]),
  target: input('target', [1, 1]),
  learningRate: input('rate', []),
  weights: input('weights', [2, 1]),
  bias: input('bias', [1]),
};
const feeds = { x: [2, -3], target: [-1], rate: [0.1], weights: [0.5, 0.25], bias: [0.75] };
// sum = 1 − 0.75 + 0.75 = 1, error = −1 − 1 = −2

describe('deltaRule', () => {
  const update = deltaRule(example);

  it('moves each weight by rate · error · input', () => {
    expect(numbersOf(update.sum, feeds)).toEqual([1]);
    expect(numbersOf(update.weights, feeds)).toBeCloseToTensor([0.5 - 0.4, 0.25 + 0.6], 1e-12);
    expect(numbersOf(update.bias, feeds)).toBeCloseToTensor([0.75 - 0.2], 1e-12);
  });

  it('is one step of gradient descent on the squared error of the sum', () => {
    const { x, target, learningRate, weights, bias } = example;
    const slopes = gradients(squaredError(dense(x, weights, bias), target), [weights, bias]);
    for (const [i, parameter] of ([weights, bias] as const).entries())
      expect(numbersOf(sub(parameter, mul(learningRate, slopes[i])), feeds)).toBeCloseToTensor(
        numbersOf(i === 0 ? update.weights : update.bias, feeds),
        1e-12,
      );
  });

  it('changes the weights after a right answer too, unlike the perceptron rule', () => {
    const right = { ...feeds, target: [1], weights: [1, 0], bias: [1] };
    // sum = 3: right, but 2 too much
    expect(numbersOf(update.mistake, right)).toEqual([0]);
    expect(numbersOf(update.weights, right)).toBeCloseToTensor([1 - 0.4, 0.6], 1e-12);
  });

  it('counts a sum of exactly 0 as a mistake', () =>
    expect(numbersOf(update.mistake, { ...feeds, weights: [0, 0], bias: [0] })).toEqual([1]));

  it('ends on XOR within three learning rates of zero weights, the least squared error: undecided everywhere', () => {
    const last = trace(deltaRule, tasks.xor, { epochs: 4000, learningRate: 0.005 }).at(-1)?.weights.at(-1);
    expect(last).toBeCloseToTensor([0, 0, 0], 3 * 0.005);
  });
});
