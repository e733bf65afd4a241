import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { exp, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, graph, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { crossEntropy, logSoftmax } from '../../../src/trainer/losses/cross-entropy.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const oneHot = constant([0, 1, 0, 1, 0, 0], 'float32', [2, 3]);
const sample = [irregular([2, 3], 3)];

describe('crossEntropy', () => {
  it.each([
    { classes: 5, nats: 1.609438 },
    { classes: 1000, nats: 6.907755 },
  ])('of a uniform guess among $classes classes is $nats nats', ({ classes, nats }) => {
    const target = constant([1, ...new Array<number>(classes - 1).fill(0)], 'float32', [1, classes]);
    const logits = constant(new Array<number>(classes).fill(0.3), 'float32', [1, classes]);
    expect(numbersOf(crossEntropy(logits, target))).toBeCloseToTensor([nats], 1e-6);
  });

  it('averages over examples', () => {
    const logits = constant([0, 0, 0, Math.log(2), 0, 0], 'float32', [2, 3]);
    // −log ⅓ for the first, −log ½ for the second
    expect(numbersOf(crossEntropy(logits, oneHot))).toBeCloseToTensor(
      [(Math.log(3) + Math.log(2)) / 2],
      1e-12,
    );
  });

  it('has (softmax − target) / N as its gradient', () => {
    const logits = input('logits', [2, 3]);
    const [slope] = gradients(crossEntropy(logits, oneHot), [logits]);
    const feeds = { logits: [0, 0, 0, Math.log(2), 0, 0] };
    expect(numbersOf(slope, feeds)).toBeCloseToTensor([1 / 6, -1 / 3, 1 / 6, -1 / 4, 1 / 8, 1 / 8], 1e-12);
  });

  it('survives logits whose exponential overflows float32', async () => {
    const logits = input('logits', [2, 3]);
    const session = await createSession(encodeModel(graph('loss', { loss: crossEntropy(logits, oneHot) })));
    const fed = session.upload([2, 3], Float32Array.of(1000, 0, 0, 1000, 0, -1000));
    // The first example is wrong by a gap of 1000, the second right: mean 500.
    expect(await (await session.run({ logits: fed })).loss.read()).toBeCloseToTensor([500]);
    session.dispose();
  });

  it('refuses class numbers in place of one-hot rows', () =>
    expect(() => crossEntropy(input('logits', [8, 10]), input('targets', [8]))).toThrow(
      new RangeError('crossEntropy: predictions [8, 10] and targets [8] must have one shape'),
    ));
  it('has the gradient that central differences measure', () =>
    expectGradient((logits) => crossEntropy(logits, oneHot), sample));
  it('gives what onnxruntime gives', () =>
    expectRuntimeAgrees((logits) => crossEntropy(logits, oneHot), sample));
});

describe('logSoftmax', () => {
  it('gives logarithms of probabilities that sum to 1 in every row', () => {
    const logits = constant([1, 2, 3, -50, 0, 50], 'float32', [2, 3]);
    expect(numbersOf(reduceSum(exp(logSoftmax(logits)), [1]))).toBeCloseToTensor([1, 1], 1e-12);
  });
});
