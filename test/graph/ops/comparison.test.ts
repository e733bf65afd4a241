import { describe, expect, it } from 'vitest';
import { equal, greater, sign, sub, where } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const left: Sample = [-1, 0, 0.5, 2, 3];
const right: Sample = [1, 0, 0.25, 2, 7];

describe.each<{ op: string; of: Build; at: Sample[] }>([
  { op: 'where, choosing by comparison', of: (a, b) => where(greater(a, b), a, b), at: [left, right] },
  {
    op: 'where, broadcasting a row and a scalar',
    of: (a, b) => where(greater(a, 0), b, 0.5),
    at: [irregular([3, 4]), irregular([4], 1, 3)],
  },
])('$op', ({ of, at }) => {
  // No number lies on a threshold it is compared with, where a slope would not exist.
  const away = at.map((sample) => ('shape' in sample ? sample : sample.filter((_, i) => i !== 1 && i !== 3)));
  it('has the gradient that central differences measure', () => expectGradient(of, away));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

describe.each<{ op: string; of: Build; truth: number[] }>([
  { op: 'greater', of: (a, b) => where(greater(a, b), 1, 0), truth: [0, 0, 1, 0, 0] },
  { op: 'equal', of: (a, b) => where(equal(a, b), 1, 0), truth: [0, 1, 0, 1, 0] },
  { op: 'sign', of: (a, b) => sign(sub(a, b)), truth: [-1, 0, 1, 0, -1] },
])('$op', ({ of, truth }) => {
  it('answers at ties as well as on both sides of them', () => {
    const [a, b] = [input('a', [5]), input('b', [5])];
    expect(numbersOf(of(a, b), { a: left, b: right })).toEqual(truth);
  });
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, [left, right]));
});

describe('greater and equal', () => {
  it('answer with booleans, which arithmetic refuses', () => {
    const truth = greater(constant([1, 2]), 1.5);
    expect(truth.dtype).toBe('bool');
    expect(() => greater(truth, 0)).toThrow(new RangeError('Greater: input 1 must be float32, got bool'));
  });
});

describe('where', () => {
  it('refuses a condition that is not a boolean', () =>
    expect(() => where(constant([1, 0]), 1, 0)).toThrow(
      new RangeError('Where: input 1 must be bool, got float32'),
    ));
});
