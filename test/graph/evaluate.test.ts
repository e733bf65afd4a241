import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/graph/evaluate.ts';
import { add, mul } from '../../src/graph/ops/index.ts';
import { constant, graph, input } from '../../src/graph/value.ts';

const x = input('x', [2]);
const affine = graph('affine', { y: add(mul(x, constant([10, 100])), 0.1), x2: mul(x, 2) });

describe('evaluate', () => {
  it('gives every output under its name, with its shape', () => {
    const { y, x2 } = evaluate(affine, { x: [1, 2] });
    expect(y).toEqual({ shape: [2], data: Float64Array.of(10.1, 200.1) });
    expect(x2.data).toEqual(Float64Array.of(2, 4));
  });
  it('computes in float64: 0.1 keeps all its digits', () =>
    expect(evaluate(affine, { x: [0, 0] }).y.data[0]).toBe(0.1));
  it('leaves the numbers it was fed as they were', () => {
    const fed = Float32Array.of(1, 2);
    evaluate(affine, { x: fed }).y.data.fill(0);
    expect([...fed]).toEqual([1, 2]);
  });
  it('names the input that is missing', () =>
    expect(() => evaluate(affine, {})).toThrow(
      new RangeError('evaluate "affine": input "x" of shape [2] takes 2 numbers, got nothing'),
    ));
  it('names the input that has too many numbers', () =>
    expect(() => evaluate(affine, { x: [1, 2, 3] })).toThrow(
      new RangeError('evaluate "affine": input "x" of shape [2] takes 2 numbers, got 3'),
    ));
  it('takes no number for an empty input', () =>
    expect(evaluate(graph('g', { y: input('none', [0]) }), { none: [] }).y.data).toHaveLength(0));
});
