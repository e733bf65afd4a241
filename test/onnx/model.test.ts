import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/graph/evaluate.ts';
import { add, div, exp, matmul, mul, reduceMax, tanh, where } from '../../src/graph/ops/index.ts';
import { constant, type Graph, graph, input } from '../../src/graph/value.ts';
import { type EncodeOptions, encodeModel } from '../../src/onnx/model.ts';
import { createSession } from '../../src/runtime/node.ts';
import { dense } from '../../src/trainer/layers/dense.ts';
import { messagesOf, textsOf, valuesOf } from '../support/read-protobuf.ts';
import '../support/close-to.ts';

/** A tanh layer and a linear one; the batch of 7 is a length that occurs nowhere else. */
function network(batchSize = 7): Graph {
  const x = input('x', [batchSize, 2]);
  const hidden = tanh(dense(x, input('w1', [2, 3]), input('b1', [3])));
  return graph('network', { y: dense(hidden, input('w2', [3, 1]), input('b2', [1])), hidden }, [x]);
}
const parameters = {
  w1: Float32Array.of(0.5, -1, 0.25, 1, 2, -0.75),
  b1: Float32Array.of(0.1, -0.2, 0.3),
  w2: Float32Array.of(1, -2, 0.5),
  b2: Float32Array.of(0.05),
};
const points = (count: number) => Float32Array.from({ length: 2 * count }, (_, i) => Math.sin(i));

async function run(
  model: Uint8Array,
  feeds: Record<string, { shape: number[]; data: Float32Array }>,
): Promise<Record<string, { shape: readonly number[]; data: number[] }>> {
  const session = await createSession(model);
  const fed = Object.entries(feeds).map(([name, one]) => [name, session.upload(one.shape, one.data)]);
  const outputs = await session.run(Object.fromEntries(fed));
  const read = Object.entries(outputs).map(async ([name, one]) => [
    name,
    { shape: one.shape, data: [...(await one.read())] },
  ]);
  const found = Object.fromEntries(await Promise.all(read));
  session.dispose();
  return found;
}

const graphOf = (model: Uint8Array): Uint8Array => messagesOf(model, 7)[0];
const namesOf = (model: Uint8Array, field: number, nameField: number): string[] =>
  messagesOf(graphOf(model), field).flatMap((one) => textsOf(one, nameField));

describe('encodeModel', () => {
  it('declares IR version 8 and opset 17 of the standard operators, which older tools read too', () => {
    const model = encodeModel(network());
    expect(valuesOf(model, 1)).toEqual([8n]);
    expect(messagesOf(model, 8).map((one) => [textsOf(one, 1), valuesOf(one, 2)])).toEqual([[[''], [17n]]]);
  });

  it('says who made it and, if asked, what it is', () => {
    const model = encodeModel(network(), { description: 'σ of a sum' });
    expect(textsOf(model, 2)).toEqual(['live-glossary-of-deep-learning']);
    expect(textsOf(model, 6)).toEqual(['σ of a sum']);
    expect(textsOf(encodeModel(network()), 6)).toEqual([]);
  });

  it('gives nodes readable names, by which errors of a runtime can be traced', () =>
    expect(namesOf(encodeModel(network()), 1, 3)).toEqual([
      'MatMul_0',
      'Add_0',
      'Tanh_0',
      'MatMul_1',
      'Add_1',
    ]));

  it('gives equal bytes for equal graphs', () => {
    const model = encodeModel(network(), { initializers: parameters });
    expect(encodeModel(network(), { initializers: parameters })).toEqual(model);
    expect(
      encodeModel(network(), { initializers: { ...parameters, b2: Float32Array.of(0.06) } }),
    ).not.toEqual(model);
  });

  describe('in onnxruntime', () => {
    const x = { shape: [7, 2], data: points(7) };
    const expected = evaluate(network(), { x: x.data, ...parameters });

    it('computes the same with parameters fed', async () => {
      const shapes = { w1: [2, 3], b1: [3], w2: [3, 1], b2: [1] };
      const fed = Object.entries(shapes).map(([name, shape]) => [
        name,
        { shape, data: parameters[name as keyof typeof parameters] },
      ]);
      const found = await run(encodeModel(network()), { x, ...Object.fromEntries(fed) });
      expect(found.y.shape).toEqual([7, 1]);
      expect(found.y.data).toBeCloseToTensor(expected.y.data);
      expect(found.hidden.data).toBeCloseToTensor(expected.hidden.data);
    });

    it('computes the same with parameters frozen, which then are inputs no longer', async () => {
      const model = encodeModel(network(), { initializers: parameters });
      expect(namesOf(model, 11, 1)).toEqual(['x']);
      expect(namesOf(model, 5, 8)).toEqual(['w1', 'b1', 'w2', 'b2']);
      expect((await run(model, { x })).y.data).toBeCloseToTensor(expected.y.data);
    });

    it('takes any number of examples when the batch has a symbol', async () => {
      const options: EncodeOptions = { initializers: parameters, batch: { symbol: 'N', size: 7 } };
      const model = encodeModel(network(), options);
      for (const count of [1, 7, 50]) {
        const found = await run(model, { x: { shape: [count, 2], data: points(count) } });
        expect(found.hidden.shape).toEqual([count, 3]);
        const reference = evaluate(network(count), { x: points(count), ...parameters });
        expect(found.y.data).toBeCloseToTensor(reference.y.data);
      }
    });

    it('refuses another number of examples when the batch has none', async () => {
      const model = encodeModel(network(), { initializers: parameters });
      await expect(run(model, { x: { shape: [8, 2], data: points(8) } })).rejects.toThrow(/7/);
    });
  });

  describe('gives an output its name even where another value has one already', () => {
    const x = input('x', [2]);
    const fed = { x: { shape: [2], data: Float32Array.of(3, -4) } };

    it('an input', async () =>
      expect((await run(encodeModel(graph('g', { same: x })), fed)).same.data).toEqual([3, -4]));
    it('a constant', async () => {
      const model = encodeModel(graph('g', { one: constant([1, 2]), two: mul(x, constant([1, 2])) }));
      const found = await run(model, fed);
      expect(found.one.data).toEqual([1, 2]);
      expect(found.two.data).toEqual([3, -8]);
    });
    it('one value under two names', async () => {
      const twice = mul(x, 2);
      const found = await run(encodeModel(graph('g', { a: twice, b: twice, c: add(twice, 1) })), fed);
      expect([found.a.data, found.b.data, found.c.data]).toEqual([
        [6, -8],
        [6, -8],
        [7, -7],
      ]);
    });
    it('a frozen parameter', async () => {
      const model = encodeModel(graph('g', { w: add(x, 0), copy: x }), {
        initializers: { x: Float32Array.of(5, 6) },
      });
      expect((await run(model, {})).copy.data).toEqual([5, 6]);
    });
  });

  it('finds other names for its own values where an input or output is called like them', async () => {
    const [first, second] = [input('Add_0', [1]), input('constant_0', [1])];
    const sum = add(add(first, second), 0.5);
    const model = encodeModel(graph('g', { Mul_0: exp(mul(sum, 2)) }));
    const one = { shape: [1], data: Float32Array.of(0.25) };
    expect((await run(model, { Add_0: one, constant_0: one })).Mul_0.data).toBeCloseToTensor([Math.exp(2)]);
  });

  it('tells a constant of −0 from 0: they divide to different infinities', async () => {
    const x = input('x', [1]);
    const model = encodeModel(graph('g', { plus: div(x, 0), minus: div(x, -0) }));
    const found = await run(model, { x: { shape: [1], data: Float32Array.of(1) } });
    expect([found.plus.data, found.minus.data]).toEqual([
      [Number.POSITIVE_INFINITY],
      [Number.NEGATIVE_INFINITY],
    ]);
  });

  it('stores equal constants once', () => {
    const x = input('x', [2]);
    const model = encodeModel(
      graph('g', { y: add(mul(x, constant([1, 2])), mul(tanh(x), constant([1, 2]))) }),
    );
    expect(messagesOf(graphOf(model), 5)).toHaveLength(1);
  });

  it('writes negative integers in attributes, and onnxruntime counts such axes from the end', async () => {
    const x = input('x', [2, 3]);
    const model = encodeModel(graph('g', { y: reduceMax(x, [-1]) }));
    const [attribute] = messagesOf(messagesOf(graphOf(model), 1)[0], 5);
    expect([textsOf(attribute, 1), valuesOf(attribute, 8), valuesOf(attribute, 20)]).toEqual([
      ['axes'],
      [-1n],
      [7n],
    ]);
    const found = await run(model, { x: { shape: [2, 3], data: Float32Array.of(1, 9, 3, -5, -7, -6) } });
    expect(found.y).toEqual({ shape: [2, 1], data: [9, -5] });
  });

  it('writes boolean constants, one byte each', async () => {
    const x = input('x', [3]);
    const model = encodeModel(graph('g', { y: where(constant([1, 0, 1], 'bool'), x, 0) }));
    const found = await run(model, { x: { shape: [3], data: Float32Array.of(7, 8, 9) } });
    expect(found.y.data).toEqual([7, 0, 9]);
  });

  it('encodes a chain of 20,000 values', () => {
    const x = input('x', []);
    let last = add(x, 1);
    for (let i = 1; i < 20_000; i++) last = add(last, 1);
    expect(messagesOf(graphOf(encodeModel(graph('long', { last }))), 1)).toHaveLength(20_000);
  });

  it('refuses to freeze what is not an input', () =>
    expect(() => encodeModel(network(), { initializers: { w9: Float32Array.of(1) } })).toThrow(
      new RangeError('encodeModel "network": no input is called "w9"'),
    ));
  it('refuses an initializer that does not fill its shape', () =>
    expect(() => encodeModel(network(), { initializers: { w1: Float32Array.of(1) } })).toThrow(
      new RangeError('encodeModel "network": "w1" [2, 3] takes 6 numbers, got 1'),
    ));
  it('refuses to freeze an input that is not of real numbers', () => {
    const mask = graph('g', { y: where(input('mask', [2], 'bool'), 1, 0) });
    expect(() => encodeModel(mask, { initializers: { mask: Float32Array.of(1, 0) } })).toThrow(
      new RangeError('encodeModel "g": "mask" is bool; only float32 inputs can be frozen'),
    );
  });
});

it('matmul of frozen weights keeps their row-major order', async () => {
  const model = encodeModel(graph('g', { y: matmul(input('x', [1, 2]), input('w', [2, 2])) }), {
    initializers: { w: Float32Array.of(1, 10, 100, 1000) },
  });
  expect((await run(model, { x: { shape: [1, 2], data: Float32Array.of(1, 2) } })).y.data).toEqual([
    201, 2010,
  ]);
});
