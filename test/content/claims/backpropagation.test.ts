/** Every number in content/entries/backpropagation.mdx, computed by the trainer. */

import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { matmul, mul, reduceSum, relu, sub, transpose } from '../../../src/graph/ops/index.ts';
import { sizeOf } from '../../../src/graph/shape.ts';
import { graph, input } from '../../../src/graph/value.ts';
import { backwardGraph } from '../../../src/recipes/backward-graph.ts';
import halfAdder from '../../../src/recipes/half-adder.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { crossEntropy } from '../../../src/trainer/losses/cross-entropy.ts';
import '../../support/close-to.ts';

describe('the half adder of the demonstration', () => {
  it('has 12 operators in the forward pass and 21 in the backward pass', () => {
    const { nodes } = backwardGraph('claim', halfAdder.build(4));
    expect(nodes.filter(({ pass }) => pass === 'forward')).toHaveLength(12);
    expect(nodes.filter(({ pass }) => pass === 'backward')).toHaveLength(21);
  });
  it('has 17 parameters, so that central differences take 34 runs', () => {
    const count = halfAdder.build(4).parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    expect([count, 2 * count]).toEqual([17, 34]);
  });
});

describe('with single numbers', () => {
  const [x, w1, w2, t] = ['x', 'w1', 'w2', 't'].map((name) => input(name, []));
  const h = relu(mul(w1, x));
  const y = mul(w2, h);
  const error = sub(y, t);
  const loss = mul(0.5, mul(error, error));
  const [dy, dw2, dh, dw1] = gradients(loss, [y, w2, h, w1]);
  const all = graph('claim', { z: mul(w1, x), h, y, loss, dy, dw2, dh, dw1 });
  const at = { x: [2], w1: [0.5], w2: [3], t: [2] };
  const lossAt = (weight: number) => evaluate(all, { ...at, w1: [weight] }).loss.data[0];

  it('gives the numbers of the walk-through', () => {
    const found = Object.fromEntries(
      Object.entries(evaluate(all, at)).map(([name, one]) => [name, one.data[0]]),
    );
    expect(found).toEqual({ z: 1, h: 1, y: 3, loss: 0.5, dy: 1, dw2: 1, dh: 3, dw1: 6 });
  });
  it('has the losses 0.5618 and 0.4418 a hundredth to either side, so a slope of 6', () => {
    expect(lossAt(0.51)).toBeCloseTo(0.5618, 10);
    expect(lossAt(0.49)).toBeCloseTo(0.4418, 10);
    expect((lossAt(0.51) - lossAt(0.49)) / 0.02).toBeCloseTo(6, 10);
  });
});

describe('the example with two rows', () => {
  const X = input('X', [2, 3]);
  const W = input('W', [3, 2]);
  const b = input('b', [2]);
  const T = input('T', [2, 2]);
  const Z = dense(X, W, b);
  const A = relu(Z);
  const error = sub(A, T);
  const L = mul(0.5, reduceSum(mul(error, error)));
  const [G, delta, dW, db] = gradients(L, [A, Z, W, b]);
  const found = evaluate(
    graph('claim', { Z, A, L, G, delta, dW, db, product: matmul(transpose(X), delta) }),
    {
      X: [1, 2, 3, 0, -1, 1],
      W: [0.1, -0.2, 0.4, 0.3, -0.5, 0.6],
      b: [0.05, -0.1],
      T: [0, 1, 1, 0],
    },
  );

  it.each([
    ['Z', [-0.55, 2.1, -0.85, 0.2]],
    ['A', [0, 2.1, 0, 0.2]],
    ['L', [1.125]],
    ['G', [0, 1.1, -1, 0.2]],
    ['delta', [0, 1.1, 0, 0.2]],
    ['dW', [0, 1.1, 0, 2, 0, 3.5]],
    ['db', [0, 1.3]],
  ] as const)('has the %s that the entry states', (name, numbers) => {
    expect(found[name].data).toBeCloseToTensor(numbers, 1e-12);
  });
  it('has the transposed input times the error as the gradient of its weights', () => {
    expect(found.product.data).toBeCloseToTensor(found.dW.data, 1e-12);
  });
});

describe('shapes', () => {
  const [X, delta, W] = [input('X', [128, 3]), input('δ', [128, 5]), input('W', [3, 5])];

  it('let only the transposed input times the error be multiplied, and give that of the weights', () => {
    expect(matmul(transpose(X), delta).shape).toEqual(W.shape);
    expect(() => matmul(X, delta)).toThrow(RangeError);
    expect(() => matmul(delta, X)).toThrow(RangeError);
  });
  it('make 1,920 multiplications of each of the three products', () => {
    for (const [rows, inner, columns] of [
      [128, 3, 5],
      [3, 128, 5],
      [128, 5, 3],
    ])
      expect(rows * inner * columns).toBe(1920);
  });
});

it('30 % for the right class cost 1.204 nats, and both scores get an error of 0.7', () => {
  const scores = input('scores', [1, 2]);
  const target = input('target', [1, 2]);
  const loss = crossEntropy(scores, target);
  const found = evaluate(graph('claim', { loss, slope: gradients(loss, [scores])[0] }), {
    scores: [Math.log(0.3), Math.log(0.7)],
    target: [1, 0],
  });
  expect(found.loss.data[0]).toBeCloseTo(1.204, 3);
  expect(found.slope.data).toBeCloseToTensor([-0.7, 0.7], 1e-12);
});
