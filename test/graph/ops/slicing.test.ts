import { describe, expect, it } from 'vitest';
import {
  add,
  cast,
  concat,
  enlarge,
  flatten,
  gather,
  mul,
  pad,
  slice,
} from '../../../src/graph/ops/index.ts';
import { constant, graph, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const cube = irregular([2, 3, 4], 2);

describe.each<{ op: string; of: Build; at: Sample[] }>([
  { op: 'slice of one axis', of: (x) => slice(x, [1], [1], [3]), at: [cube] },
  { op: 'slice of two axes, out of order', of: (x) => slice(x, [2, 0], [1, 1], [4, 2]), at: [cube] },
  { op: 'slice of the last axis, counted from the end', of: (x) => slice(x, [-1], [1], [2]), at: [cube] },
  { op: 'concat along the last axis', of: (x) => concat([x, x], -1), at: [cube] },
  { op: 'pad, unevenly', of: (x) => pad(x, [0, 1, 2], [1, 0, 3], 0.5), at: [cube] },
  {
    op: 'concat of three unequal parts in the middle',
    of: (a, b) => concat([a, b, mul(a, a)], 1),
    at: [cube, irregular([2, 1, 4], 2, 3)],
  },
  {
    op: 'gather, with one row twice and one left out',
    of: (x) => gather(x, [3, 0, 3]),
    at: [irregular([4, 2, 3])],
  },
  {
    op: 'gather by computed numbers',
    of: (x, i) => gather(x, cast(i, 'int64')),
    at: [irregular([3, 2]), [2.4, 0.2, 2.6, 1.1]],
  },
  { op: 'flatten', of: (x) => flatten(x), at: [cube] },
  { op: 'flatten of a matrix', of: (x) => flatten(x), at: [irregular([2, 3])] },
  { op: 'enlarge by uneven factors', of: (x) => enlarge(x, [2, 3]), at: [irregular([2, 3, 2, 4])] },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const matrix = constant([1, 2, 3, 4, 5, 6], 'float32', [2, 3]);

describe('slice', () => {
  it('takes what lies from the start up to the end', () =>
    expect(numbersOf(slice(matrix, [1], [1], [3]))).toEqual([2, 3, 5, 6]));
  it.each([
    { axes: [1], starts: [1], ends: [4], says: 'axis 1 has no part from 1 to 4' },
    { axes: [0], starts: [1], ends: [1], says: 'axis 0 has no part from 1 to 1' },
    { axes: [1], starts: [-2], ends: [3], says: 'axis 1 has no part from -2 to 3' },
  ])('refuses: $says', ({ axes, starts, ends, says }) =>
    expect(() => slice(matrix, axes, starts, ends)).toThrow(new RangeError(`Slice: [2, 3]: ${says}`)),
  );
  it('refuses an axis that does not exist', () =>
    expect(() => slice(matrix, [2], [0], [1])).toThrow(
      new RangeError('Slice: axis 2 does not exist in a tensor of rank 2'),
    ));
});

describe('pad', () => {
  it('puts a border around a tensor', () =>
    expect(numbersOf(pad(matrix, [1, 0], [0, 1], 9))).toEqual([9, 9, 9, 9, 1, 2, 3, 9, 4, 5, 6, 9]));
  it('refuses to take away', () =>
    expect(() => pad(matrix, [1, 0], [0, -1])).toThrow(
      new RangeError('Pad: [2, 3] takes 2 counts before and 2 after it, none negative, got [1, 0, 0, -1]'),
    ));
});

describe('concat', () => {
  it('puts parts one behind the other along the axis', () =>
    expect(numbersOf(concat([matrix, constant([7, 8], 'float32', [2, 1])], 1))).toEqual([
      1, 2, 3, 7, 4, 5, 6, 8,
    ]));
  it.each([
    {
      of: () => concat([matrix, input('x', [3, 3])], 1),
      says: 'Concat: [2, 3] and [3, 3] may differ on axis 1 only',
    },
    {
      of: () => concat([matrix, input('x', [2])], 0),
      says: 'Concat: [2, 3] and [2] may differ on axis 0 only',
    },
    {
      of: () => concat([matrix, cast(matrix, 'bool')], 0),
      says: 'Concat: float32 and bool do not go together',
    },
    { of: () => concat([], 0), says: 'Concat: takes at least one tensor' },
    { of: () => concat([matrix], 2), says: 'Concat: axis 2 does not exist in a tensor of rank 2' },
  ])('refuses: $says', ({ of, says }) => expect(of).toThrow(new RangeError(says)));
});

describe('gather', () => {
  it('picks rows by number', () => expect(numbersOf(gather(matrix, [1, 1]))).toEqual([4, 5, 6, 4, 5, 6]));
  it('adds up the gradients of a row picked twice', () =>
    expectGradient(
      (x) => mul(gather(x, [0, 0]), constant([1, 2, 3, 5], 'float32', [2, 2])),
      [irregular([2, 2])],
    ));
  it.each([
    { of: () => gather(matrix, [0, 2]), says: 'Gather: [0, 2]: the table has rows 0 to 1' },
    {
      of: () => gather(matrix, input('i', [3])),
      says: 'Gather: table [2, 3], indices float32[3]: takes a table of rows and a list of int64',
    },
    {
      of: () => gather(constant([1, 2]), [0]),
      says: 'Gather: table [2], indices int64[1]: takes a table of rows and a list of int64',
    },
  ])('refuses: $says', ({ of, says }) => expect(of).toThrow(new RangeError(says)));
});

describe('cast', () => {
  it('makes numbers of truth and cuts fractions off towards zero', () => {
    expect(numbersOf(cast(constant([0, -0.5, 2]), 'bool'))).toEqual([0, 1, 1]);
    expect(numbersOf(cast(constant([-1.7, 1.7]), 'int64'))).toEqual([-1, 1]);
  });
  it('agrees with onnxruntime on truth and fractions', () =>
    expectRuntimeAgrees(
      (x) => add(cast(cast(x, 'bool'), 'float32'), mul(10, cast(cast(x, 'int64'), 'float32'))),
      [[0, -0.5, 2, -1.7, 1.7]],
    ));
});

describe('enlarge', () => {
  it('makes every pixel a block', () =>
    expect(numbersOf(enlarge(constant([1, 2], 'float32', [1, 1, 1, 2]), [2, 3]))).toEqual([
      1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2,
    ]));
  it('refuses anything but whole factors', () =>
    expect(() => enlarge(input('x', [1, 1, 2, 2]), [1.5, 2])).toThrow(
      new RangeError(
        'Resize: [1, 1, 2, 2] by [1, 1, 1.5, 2]: takes [N, channels, height, width] and whole factors ≥ 1',
      ),
    ));
});

describe('an exported flatten', () => {
  it('takes any batch size', async () => {
    const x = input('x', [2, 3, 4]);
    const whole = graph('flat', { y: mul(flatten(x), 2) });
    const session = await createSession(encodeModel(whole, { batch: { symbol: 'N', size: 2 } }));
    const { y } = await session.run({ x: session.upload([5, 3, 4], new Float32Array(60)) });
    expect(y.shape).toEqual([5, 12]);
    session.dispose();
  });
});
