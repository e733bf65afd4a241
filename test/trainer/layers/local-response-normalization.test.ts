import { describe, expect, it } from 'vitest';
import { apply, constant, graph, input, type Op } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { localResponseNormalization } from '../../../src/trainer/layers/local-response-normalization.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const strong = { size: 3, alpha: 0.7, beta: 0.6, k: 1.5 };

describe('localResponseNormalization', () => {
  it('has the gradient that central differences measure', () =>
    expectGradient((x) => localResponseNormalization(x, strong), [irregular([2, 5, 2, 3], 2)]));
  it('gives what onnxruntime gives', () =>
    expectRuntimeAgrees((x) => localResponseNormalization(x, strong), [irregular([2, 5, 2, 3], 2)]));

  it('with the constants of the paper, gives 0.594492 in the middle of five channels of 1', () => {
    const ones = constant([1, 1, 1, 1, 1], 'float32', [1, 5, 1, 1]);
    // 1 / 2.0005^0.75 in the middle; the first channel has only two neighbours: 1 / 2.0003^0.75
    const found = numbersOf(localResponseNormalization(ones));
    expect(found[2]).toBeCloseTo(0.594492, 6);
    expect(found[0]).toBeCloseTo(2.0003 ** -0.75, 12);
  });

  it('is the ONNX operator LRN whose alpha is `size` times as large', async () => {
    const lrn: Op = {
      name: 'LRN',
      type: ([x]) => ({ dtype: 'float32', shape: x.shape }),
      evaluate: ([x]) => x,
    };
    const { size, alpha, beta, k } = strong;
    const x = input('x', [2, 5, 2, 3]);
    const theirs = apply(lrn, [x], {
      size,
      alpha: { float: alpha * size },
      beta: { float: beta },
      bias: { float: k },
    });
    const session = await createSession(
      encodeModel(graph('both', { ours: localResponseNormalization(x, strong), theirs })),
    );
    const found = await session.run({
      x: session.upload(
        x.shape,
        Float32Array.from({ length: 60 }, (_, i) => 2 * Math.sin(i * i)),
      ),
    });
    expect(await found.ours.read()).toBeCloseToTensor(await found.theirs.read(), 1e-6);
    session.dispose();
  });

  it('refuses a window without a middle', () =>
    expect(() => localResponseNormalization(input('x', [2, 8, 4, 4]), { size: 4 })).toThrow(
      new RangeError(
        'localResponseNormalization: [2, 8, 4, 4]: a window of 4 channels has no middle; take an odd size',
      ),
    ));
});
