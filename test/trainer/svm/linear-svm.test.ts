import { describe, expect, it } from 'vitest';
import { blobs } from '../../../src/datasets/blobs.ts';
import { and } from '../../../src/datasets/corners.ts';
import type { Examples } from '../../../src/datasets/dataset.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { optimizers } from '../../../src/trainer/optimizers/index.ts';
import { trainingStep } from '../../../src/trainer/step.ts';
import { trainKernelSvm } from '../../../src/trainer/svm/kernel-svm.ts';
import { linearKernel } from '../../../src/trainer/svm/kernels.ts';
import { softMargin } from '../../../src/trainer/svm/linear-svm.ts';
import { train } from '../../../src/trainer/train.ts';
import { expectGradient, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

describe('softMargin', () => {
  const scores = input('scores', [3, 1]);
  const targets = input('targets', [3, 1]);
  const weights = input('weights', [2, 1]);

  it('is half the squared weights plus the cost of all violations together', () =>
    // ½ (9 + 16) + 2 · (0 + 0.5 + 2.5)
    expect(
      numbersOf(softMargin(scores, targets, weights, 2), {
        scores: [3, 0.5, 1.5],
        targets: [1, 1, -1],
        weights: [3, 4],
      }),
    ).toEqual([18.5]));
  it('has the gradient that central differences measure', () =>
    expectGradient(
      (y, w) => softMargin(y, constant([1, -1, 1], 'float32', [3, 1]), w, 1.5),
      [irregular([3, 1], 3), irregular([2, 1])],
    ));
});

/** Subgradient descent on all points at once with a learning rate of 1/t. */
async function descend({ count, x: points, target }: Examples, cost: number, steps: number) {
  const x = input('x', [count, 2]);
  const t = input('target', [count, 1]);
  const weights = input('weights', [2, 1]);
  const bias = input('bias', [1]);
  const loss = softMargin(dense(x, weights, bias), t, weights, cost);
  const step = trainingStep({
    name: 'linear-svm',
    batch: [x, t],
    parameters: [weights, bias],
    loss,
    optimizer: optimizers.sgd(),
  });
  const session = await createSession(encodeModel(step));
  const batches = Array.from({ length: steps }, () => ({ x: points, target }));
  let found: number[] = [];
  for await (const progress of train(session, step, { batches, initial: {}, learningRate: (n) => 1 / n }))
    if (progress.step === steps)
      found = [...(await progress.state.weights.read()), ...(await progress.state.bias.read())];
  session.dispose();
  return found;
}

/** w₁, w₂, b of the same problem's dual. */
function solve({ x, target }: Examples, cost: number): number[] {
  const { coefficients, supportVectors, bias } = trainKernelSvm(x, target, { kernel: linearKernel, cost });
  const weight = (k: number) =>
    coefficients.reduce((sum, one, i) => sum + one * supportVectors[2 * i + k], 0);
  return [weight(0), weight(1), bias];
}

describe('a linear support-vector machine', () => {
  it('ends on AND at the widest margin, 1/√8: w = (2, 2), b = −3', async () => {
    const [w1, w2, b] = await descend(and(), 5, 5000);
    expect([w1, w2, b]).toBeCloseToTensor([2, 2, -3], 0.01);
    expect(1 / Math.hypot(w1, w2)).toBeCloseTo(0.3536, 2);
  });
  it('finds on overlapping clouds what the dual problem finds', async () => {
    const points = blobs(40, { spread: 0.3 }, random(2));
    const primal = await descend(points, 1, 5000);
    expect(primal).toBeCloseToTensor(solve(points, 1), 0.01);
  });
  it('widens its margin as violations grow cheaper', () => {
    const points = blobs(40, { spread: 0.3 }, random(2));
    const widths = [0.01, 0.1, 1, 10].map((cost) => 1 / Math.hypot(...solve(points, cost).slice(0, 2)));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(new Set(widths).size).toBe(4);
  });
});
