import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { constant, input, type Value } from '../../../src/graph/value.ts';
import { elasticNet } from '../../../src/trainer/regularizers/elastic-net.ts';
import { l1 } from '../../../src/trainer/regularizers/l1.ts';
import { l2 } from '../../../src/trainer/regularizers/l2.ts';
import { type Build, expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

describe.each<{ name: string; of: Build }>([
  { name: 'l2', of: (v, w) => l2([v, w], 0.3) },
  { name: 'l1', of: (v, w) => l1([v, w], 0.3) },
  { name: 'elasticNet', of: (v, w) => elasticNet([v, w], { l1: 0.3, l2: 0.7 }) },
  { name: 'l2 with a strength that is an input', of: (v, w) => l2([v], w) },
])('$name', ({ name, of }) => {
  const at = [
    irregular([2, 3], 2),
    name.includes('input') ? { shape: [], data: [0.4] } : irregular([4], 1, 3),
  ];
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const weights = [constant([3, -4]), constant([0, 1, -1], 'float32', [3, 1])];
const slopeOf = (penalty: (w: Value) => Value, at: number[]) => {
  const w = input('w', [at.length]);
  return numbersOf(gradients(penalty(w), [w])[0], { w: at });
};

describe('l2', () => {
  it('is half the strength times the sum of squares, over all parameters', () =>
    expect(numbersOf(l2(weights, 0.1))[0]).toBeCloseTo(0.5 * 0.1 * 27, 12));
  it('pulls each weight in proportion to its size', () =>
    expect(slopeOf((w) => l2([w], 0.1), [3, -4, 0])).toBeCloseToTensor([0.3, -0.4, 0], 1e-12));
});

describe('l1', () => {
  it('is the strength times the sum of sizes, over all parameters', () =>
    expect(numbersOf(l1(weights, 0.1))[0]).toBeCloseTo(0.1 * 9, 12));
  it('pulls every weight equally, and one that is 0 not at all', () =>
    expect(slopeOf((w) => l1([w], 0.1), [3, -0.001, 0])).toEqual([0.1, -0.1, 0]));
});

describe('elasticNet', () => {
  it('is the sum of both', () =>
    expect(numbersOf(elasticNet(weights, { l1: 0.1, l2: 0.4 }))[0]).toBeCloseTo(0.1 * 9 + 0.2 * 27, 12));
});
