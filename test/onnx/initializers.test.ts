import { describe, expect, it } from 'vitest';
import { mul } from '../../src/graph/ops/index.ts';
import { constant, graph, input } from '../../src/graph/value.ts';
import { readInitializers } from '../../src/onnx/initializers.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { modelFile } from '../support/trained-cifar-net.ts';

const weights = input('layer.weights', [2, 3]);
const scaled = graph('scaled', { y: mul(mul(weights, input('x', [2, 3])), constant([0.5, 1, 2])) });
const numbers = Float32Array.of(1, -2, 3.25, 0, 1e-20, -7);
const file = encodeModel(scaled, { initializers: { 'layer.weights': numbers } });

describe('readInitializers', () => {
  it('gives back what encodeModel froze, with its shape', () =>
    expect(readInitializers(file)['layer.weights']).toEqual({ shape: [2, 3], data: numbers }));

  it('finds every parameter of a trained model', () => {
    const found = readInitializers(modelFile('cifar-net', 'model.onnx'));
    const parameters = Object.entries(found).filter(([name]) => name.includes('.'));
    expect(parameters.reduce((total, [, { data }]) => total + data.length, 0)).toBe(381_834);
    expect(found['conv1.kernels'].shape).toEqual([32, 3, 3, 3]);
  });

  it('refuses a file that ends too soon, and one that is none', () => {
    expect(() => readInitializers(file.subarray(0, file.length - 40))).toThrow(RangeError);
    expect(() => readInitializers(new TextEncoder().encode('<!doctype html><title>404'))).toThrow(RangeError);
  });
});
