import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { constant, graph, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { logisticLoss } from '../../../src/trainer/losses/logistic-loss.ts';
import { expectGradient, expectRuntimeAgrees } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const truths = constant([1, 0, 1, 0], 'float32', [4, 1]);
const sample = [{ shape: [4, 1], data: [-3, 0.25, 0.5, 4] }];

describe('logisticLoss', () => {
  it('is log 2 for each output about which nothing is known', () =>
    expect(
      numbersOf(
        logisticLoss(constant([0, 0, 0, 0], 'float32', [2, 2]), constant([1, 0, 0, 1], 'float32', [2, 2])),
      ),
    ).toBeCloseToTensor([2 * Math.log(2)], 1e-12));

  it('has (σ(z) − t) / N as its gradient', () => {
    const z = input('z', [4, 1]);
    const [slope] = gradients(logisticLoss(z, truths), [z]);
    const sigma = 1 / (1 + Math.exp(-2));
    expect(numbersOf(slope, { z: [2, 2, -2, -2] })).toBeCloseToTensor(
      [(sigma - 1) / 4, sigma / 4, -sigma / 4, (1 - sigma) / 4],
      1e-12,
    );
  });

  it('grows like the logit where it is wrong and vanishes where it is right, without overflow', async () => {
    const z = input('z', [4, 1]);
    const session = await createSession(encodeModel(graph('loss', { loss: logisticLoss(z, truths) })));
    const fed = session.upload([4, 1], Float32Array.of(1000, -1000, -400, 800));
    // right, right, wrong by 400, wrong by 800: mean 300
    expect(await (await session.run({ z: fed })).loss.read()).toBeCloseToTensor([300]);
    session.dispose();
  });

  it('refuses targets of another shape', () =>
    expect(() => logisticLoss(input('z', [4, 1]), input('t', [4, 2]))).toThrow(
      new RangeError('logisticLoss: predictions [4, 1] and targets [4, 2] must have one shape'),
    ));
  it('has the gradient that central differences measure', () =>
    expectGradient((z) => logisticLoss(z, truths), sample));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees((z) => logisticLoss(z, truths), sample));
});
