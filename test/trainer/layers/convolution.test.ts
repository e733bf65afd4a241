import { describe, expect, it } from 'vitest';
import { flatten, relu } from '../../../src/graph/ops/index.ts';
import { sizeOf } from '../../../src/graph/shape.ts';
import { constant, graph, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { convolution } from '../../../src/trainer/layers/convolution.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { localResponseNormalization } from '../../../src/trainer/layers/local-response-normalization.ts';
import { maxPooling } from '../../../src/trainer/layers/max-pooling.ts';
import { type Build, expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

const bias = irregular([4], 1, 3);

describe.each<{ what: string; of: Build; at: ReturnType<typeof irregular>[] }>([
  {
    what: 'at every place',
    of: (x, w, b) => convolution(x, w, b),
    at: [irregular([2, 3, 4, 5]), irregular([4, 3, 3, 3], 1, 2), bias],
  },
  {
    what: 'padded, with stride 2, in two groups',
    of: (x, w, b) => convolution(x, w, b, { stride: 2, padding: 1, groups: 2 }),
    at: [irregular([3, 2, 5, 6]), irregular([4, 1, 3, 3], 1, 2), bias],
  },
])('convolution $what', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

describe('convolution', () => {
  const layer = (side: number, size: number, options: Parameters<typeof convolution>[3]) =>
    convolution(input('x', [1, 3, side, side]), input('w', [8, 3, size, size]), input('b', [8]), options)
      .shape;
  // The arithmetic of AlexNet's first layer: 224 would leave a quarter of a window over.
  it.each([
    { side: 227, size: 11, options: { stride: 4 }, out: 55 },
    { side: 224, size: 11, options: { stride: 4, padding: 2 }, out: 55 },
    { side: 27, size: 5, options: { padding: 2 }, out: 27 },
    { side: 32, size: 5, options: {}, out: 28 },
  ])('makes $out × $out of $side × $side', ({ side, size, options, out }) =>
    expect(layer(side, size, options)).toEqual([1, 8, out, out]),
  );
  it('is shared by all places: a shifted picture gives a shifted answer', () => {
    const row = (at: number) => Array.from({ length: 7 }, (_, i) => (i === at ? 1 : 0));
    const answer = (at: number) =>
      numbersOf(
        convolution(
          constant(row(at), 'float32', [1, 1, 1, 7]),
          constant([2, 3, 5], 'float32', [1, 1, 1, 3]),
          constant([0]),
        ),
      );
    expect(answer(2)).toEqual([5, 3, 2, 0, 0]);
    expect(answer(4)).toEqual([0, 0, 5, 3, 2]);
  });
});

describe('an exported convolutional network', () => {
  it('takes any batch size', async () => {
    const parameters = [[4, 2, 3, 3], [4], [36, 5], [5]].map((shape, i) => input(`parameter${i}`, shape));
    const [kernels, bias, weights, shift] = parameters;
    const x = input('x', [2, 2, 8, 8]);
    const maps = localResponseNormalization(relu(convolution(x, kernels, bias, { padding: 1 })));
    const y = dense(flatten(maxPooling(maps, { size: 3, stride: 2 })), weights, shift);
    const initializers = Object.fromEntries(
      parameters.map(({ name, shape }) => [
        name,
        Float32Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i)),
      ]),
    );
    const model = encodeModel(graph('network', { y }), { initializers, batch: { symbol: 'N', size: 2 } });
    const session = await createSession(model);
    const images = Float32Array.from({ length: 5 * 128 }, (_, i) => Math.cos(i * i));
    const together = (await session.run({ x: session.upload([5, 2, 8, 8], images) })).y;
    expect(together.shape).toEqual([5, 5]);
    const alone = (await session.run({ x: session.upload([1, 2, 8, 8], images.slice(4 * 128)) })).y;
    expect((await together.read()).slice(20)).toBeCloseToTensor(await alone.read(), 1e-6);
    session.dispose();
  });
});
