/** Two worked examples, small enough to check by hand, that the entries can quote. */

import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/graph/autodiff.ts';
import { add, matmul, mul, reduceSum, relu, sub } from '../../src/graph/ops/index.ts';
import { constant, input, type Value } from '../../src/graph/value.ts';
import { dense } from '../../src/trainer/layers/dense.ts';
import { crossEntropy } from '../../src/trainer/losses/cross-entropy.ts';
import { numbersOf } from '../support/numbers-of.ts';
import '../support/close-to.ts';

describe('one dense layer of two rectified units, two examples, L = ½ Σ (a − t)²', () => {
  const x = input('x', [2, 3]);
  const weights = input('weights', [3, 2]);
  const bias = input('bias', [2]);
  const targets = constant([0, 1, 1, 0], 'float32', [2, 2]);
  const feeds = { x: [1, 2, 3, 0, -1, 1], weights: [0.1, -0.2, 0.4, 0.3, -0.5, 0.6], bias: [0.05, -0.1] };

  const sums = dense(x, weights, bias);
  const activations = relu(sums);
  const error = sub(activations, targets);
  const loss = mul(0.5, reduceSum(mul(error, error)));
  const slopes = gradients(loss, [activations, sums, weights, bias, x]);

  it.each<{ name: string; value: Value; is: number[] }>([
    { name: 'weighted sums', value: sums, is: [-0.55, 2.1, -0.85, 0.2] },
    { name: 'activations', value: activations, is: [0, 2.1, 0, 0.2] },
    { name: 'loss', value: loss, is: [1.125] },
    { name: 'gradient of the activations', value: slopes[0], is: [0, 1.1, -1, 0.2] },
    // The −1 is stopped because its unit is off (−0.85 < 0), not because it is negative.
    { name: 'gradient of the weighted sums', value: slopes[1], is: [0, 1.1, 0, 0.2] },
    { name: 'gradient of the weights', value: slopes[2], is: [0, 1.1, 0, 2, 0, 3.5] },
    { name: 'gradient of the biases', value: slopes[3], is: [0, 1.3] },
    { name: 'gradient of the inputs', value: slopes[4], is: [-0.22, 0.33, 0.66, -0.04, 0.06, 0.12] },
  ])('has the $name worked out by hand', ({ value, is }) =>
    expect(numbersOf(value, feeds)).toBeCloseToTensor(is, 1e-12),
  );
});

describe('a classifier that says sloth with 0.7 where a monkey was shown', () => {
  const logits = input('logits', [1, 2]);
  const loss = crossEntropy(logits, constant([1, 0], 'float32', [1, 2]));
  const feeds = { logits: [Math.log(0.3), Math.log(0.7)] };

  it('costs −log 0.3 = 1.203973 nats', () =>
    expect(numbersOf(loss, feeds)).toBeCloseToTensor([1.203973], 1e-6));
  it('is pushed towards monkey and away from sloth by 0.7 each', () =>
    expect(numbersOf(gradients(loss, [logits])[0], feeds)).toBeCloseToTensor([-0.7, 0.7], 1e-12));
  it('counts only the gap between the logits, 0.847298, not their height', () => {
    expect(numbersOf(loss, { logits: [50, 50.847298] })).toBeCloseToTensor([1.203973], 1e-6);
  });
});

describe('a batch of 128 examples with 3 features, 5 units', () => {
  const x = input('x', [128, 3]);
  const weights = input('weights', [3, 5]);
  const [ofWeights, ofInputs] = gradients(reduceSum(add(matmul(x, weights), 0)), [weights, x]);
  it('has a weight gradient of the shape of the weights and an input gradient of that of the inputs', () => {
    expect(ofWeights.shape).toEqual([3, 5]);
    expect(ofInputs.shape).toEqual([128, 3]);
  });
});
