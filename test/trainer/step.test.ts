import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/graph/evaluate.ts';
import { add, mul, reduceSum, sub } from '../../src/graph/ops/index.ts';
import { input } from '../../src/graph/value.ts';
import type { Optimizer } from '../../src/trainer/optimizers/optimizer.ts';
import { sgd } from '../../src/trainer/optimizers/sgd.ts';
import { trainingStep } from '../../src/trainer/step.ts';
import '../support/close-to.ts';

// loss = Σ a² x + Σ b, so ∂a = 2 a x and ∂b = 1
const x = input('x', [2]);
const a = input('a', [2]);
const b = input('b', [3]);
const loss = add(reduceSum(mul(mul(a, a), x)), reduceSum(b));
const problem = { name: 'toy', batch: [x], parameters: [a, b], loss };
const feeds = { x: [1, 10], a: [0.5, -1], b: [1, 2, 3], learningRate: [0.1] };

/** Remembers how many steps it has made and how far it has gone, to move by hand-checkable amounts. */
const counting: Optimizer = ({ parameter, gradient, learningRate, carry }) => {
  const count = carry('count', (previous) => add(previous, 1), []);
  const distance = carry('distance', (previous) => add(previous, mul(learningRate, gradient)));
  return sub(parameter, mul(count, distance));
};

describe('trainingStep', () => {
  it('gives the loss before the update and every parameter after it', () => {
    const out = evaluate(trainingStep({ ...problem, optimizer: sgd() }), feeds);
    expect(out.loss.data).toBeCloseToTensor([0.25 + 10 + 6], 1e-12);
    expect(out['a.next'].data).toBeCloseToTensor([0.5 - 0.1, -1 + 2], 1e-12);
    expect(out['b.next'].data).toBeCloseToTensor([0.9, 1.9, 2.9], 1e-12);
  });

  it('takes the batch, the learning rate, then what it carries', () =>
    expect(trainingStep({ ...problem, optimizer: sgd() }).inputs.map(({ name }) => name)).toEqual([
      'x',
      'learningRate',
      'a',
      'b',
    ]));

  it("gives every parameter memory of its own, in the parameter's shape or the one asked for", () => {
    const step = trainingStep({ ...problem, optimizer: counting });
    expect(step.carried.map(({ from, to }) => [from.name, from.shape, to])).toEqual([
      ['a.count', [], 'a.count.next'],
      ['a.distance', [2], 'a.distance.next'],
      ['a', [2], 'a.next'],
      ['b.count', [], 'b.count.next'],
      ['b.distance', [3], 'b.distance.next'],
      ['b', [3], 'b.next'],
    ]);
  });

  it('lets an optimizer use its memory as updated by this very step', () => {
    const memory = { 'a.count': [1], 'a.distance': [1, 1], 'b.count': [0], 'b.distance': [0, 0, 0] };
    const out = evaluate(trainingStep({ ...problem, optimizer: counting }), { ...feeds, ...memory });
    expect(out['a.count.next'].data).toBeCloseToTensor([2], 1e-12);
    expect(out['a.distance.next'].data).toBeCloseToTensor([1.1, -1], 1e-12);
    expect(out['a.next'].data).toBeCloseToTensor([0.5 - 2.2, -1 + 2], 1e-12);
  });

  it('refuses a loss per example', () =>
    expect(() => trainingStep({ ...problem, loss: mul(a, x), optimizer: sgd() })).toThrow(
      new RangeError('gradients: the loss must be a scalar, its shape is [2]'),
    ));
});
