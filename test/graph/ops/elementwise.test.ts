import { describe, it } from 'vitest';
import {
  abs,
  add,
  div,
  exp,
  log,
  mul,
  neg,
  relu,
  sigmoid,
  sqrt,
  sub,
  tanh,
} from '../../../src/graph/ops/index.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';

const matrix = irregular([3, 4], 2);
const row = irregular([4], 2, 3);
const positive: Sample = [0.2, 0.9, 1.7, 5];

describe.each<{ op: string; of: Build; at: Sample[] }>([
  { op: 'add, broadcasting a row', of: (a, b) => add(a, b), at: [matrix, row] },
  { op: 'sub, broadcasting a column', of: (a, b) => sub(a, b), at: [matrix, irregular([3, 1])] },
  { op: 'mul, broadcasting on the left', of: (a, b) => mul(a, b), at: [row, matrix] },
  { op: 'mul by itself', of: (a) => mul(a, a), at: [matrix] },
  { op: 'div', of: (a, b) => div(a, b), at: [[1, -2, 3, 0.5], positive] },
  { op: 'neg', of: (a) => neg(a), at: [matrix] },
  { op: 'exp', of: (a) => exp(a), at: [matrix] },
  { op: 'log', of: (a) => log(a), at: [positive] },
  { op: 'sqrt', of: (a) => sqrt(a), at: [positive] },
  { op: 'tanh', of: (a) => tanh(a), at: [[-3, -0.5, 0, 1.5]] },
  { op: 'sigmoid', of: (a) => sigmoid(a), at: [[-4, -0.5, 0, 4]] },
  { op: 'relu', of: (a) => relu(a), at: [[-2, -0.5, 0.5, 3]] },
  { op: 'abs', of: (a) => abs(a), at: [[-2, -0.5, 0.5, 3]] },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});
