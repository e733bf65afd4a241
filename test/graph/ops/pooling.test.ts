import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { averagePool, maxPool, mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, input, type Shape, topologicalOrder, type Value } from '../../../src/graph/value.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

const alexNet = { kernel: [3, 3], strides: [2, 2] };

describe.each<{ op: string; of: Build; at: Sample[] }>([
  { op: 'maxPool in tiles', of: (x) => maxPool(x, { kernel: [2, 3] }), at: [irregular([2, 3, 4, 6])] },
  { op: 'maxPool, overlapping', of: (x) => maxPool(x, alexNet), at: [irregular([2, 3, 7, 5])] },
  {
    op: 'maxPool that leaves a row and a column unread',
    of: (x) => maxPool(x, { kernel: [2, 2] }),
    at: [irregular([2, 2, 5, 7])],
  },
  {
    op: 'maxPool with gaps between its windows',
    of: (x) => maxPool(x, { kernel: [2, 1], strides: [3, 2] }),
    at: [irregular([2, 2, 6, 6])],
  },
  {
    op: 'maxPool, overlapping and padded unevenly',
    of: (x) => maxPool(x, { kernel: [3, 2], strides: [2, 1], pads: [1, 0, 2, 1] }),
    at: [irregular([2, 2, 6, 5])],
  },
  {
    op: 'averagePool in tiles',
    of: (x) => averagePool(x, { kernel: [2, 3] }),
    at: [irregular([2, 3, 4, 6])],
  },
  { op: 'averagePool, overlapping', of: (x) => averagePool(x, alexNet), at: [irregular([2, 3, 7, 6])] },
  {
    op: 'averagePool with uneven strides',
    of: (x) => averagePool(x, { kernel: [3, 2], strides: [1, 3] }),
    at: [irregular([2, 2, 5, 7])],
  },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const image = (data: readonly number[], shape: Shape) => constant(data, 'float32', [1, 1, ...shape]);

/** ∂/∂x of the outputs weighted 1, 10, 100, …, so that each digit names the window it came from. */
function sharesOf(data: readonly number[], shape: Shape, of: (x: Value) => Value): number[] {
  const x = input('x', [1, 1, ...shape]);
  const y = of(x);
  const weights = Array.from({ length: y.shape[2] * y.shape[3] }, (_, i) => 10 ** i);
  const [dx] = gradients(reduceSum(mul(y, constant(weights, 'float32', y.shape))), [x]);
  return numbersOf(dx, { x: data });
}

describe('maxPool', () => {
  it('keeps the largest number under each window', () =>
    expect(numbersOf(maxPool(image([1, 2, 9, 4, 5, 6, 7, 8], [2, 4]), { kernel: [2, 2] }))).toEqual([6, 9]));
  it('lets no padding win over negative numbers', () =>
    expect(
      numbersOf(
        maxPool(image([-1, -2, -3, -4], [2, 2]), { kernel: [2, 2], strides: [2, 2], pads: [1, 1, 1, 1] }),
      ),
    ).toEqual([-1, -2, -3, -4]));
  it('gives the whole gradient to the winner of each window', () =>
    expect(
      sharesOf([1, 2, 3, 4, 9, 8, 7, 6, 5], [3, 3], (x) => maxPool(x, { kernel: [2, 2], strides: [1, 1] })),
    ).toEqual([0, 0, 0, 0, 1111, 0, 0, 0, 0]));
  it('shares it among equal winners where windows lie side by side', () =>
    expect(sharesOf([3, 0, 5, 5, 3, 1, 5, 5], [2, 4], (x) => maxPool(x, { kernel: [2, 2] }))).toEqual([
      0.5, 0, 2.5, 2.5, 0.5, 0, 2.5, 2.5,
    ]));
  it('shares it among equal winners where windows overlap', () =>
    expect(sharesOf([4, 1, 4, 4, 4], [1, 5], (x) => maxPool(x, { kernel: [1, 3], strides: [1, 2] }))).toEqual(
      [0.5, 0, 0.5 + 10 / 3, 10 / 3, 10 / 3],
    ));
  it('shares none with padding, not even with zeros beside zeros', () =>
    expect(
      sharesOf([0, 0, 0, 0], [2, 2], (x) =>
        maxPool(x, { kernel: [2, 2], strides: [2, 2], pads: [1, 1, 1, 1] }),
      ),
    ).toEqual([1, 10, 100, 1000]));

  const operators = (of: (x: Value) => Value) => {
    const x = input('x', [2, 3, 6, 6]);
    const y = of(x);
    return topologicalOrder(gradients(reduceSum(mul(y, y)), [x])).map((one) =>
      one.kind === 'result' ? one.op.name : one.kind,
    );
  };
  it('takes the short way back where windows lie side by side', () =>
    expect(operators((x) => maxPool(x, { kernel: [2, 2] }))).not.toContain('ConvTranspose'));
  it('takes the general way back where they do not', () =>
    expect(operators((x) => maxPool(x, { kernel: [2, 2], strides: [1, 1] }))).toContain('ConvTranspose'));

  it.each([
    {
      of: () => maxPool(input('x', [3, 8, 8]), { kernel: [2, 2] }),
      says: 'MaxPool: images have shape [N, channels, height, width], got [3, 8, 8]',
    },
    {
      of: () => maxPool(input('x', [2, 3, 2, 8]), alexNet),
      says: 'MaxPool: [2, 3, 2, 8] under a window [3, 3]: axis 2 has length 2 with its padding, the window needs 3',
    },
    {
      of: () => maxPool(input('x', [2, 3, 8, 8]), { kernel: [2, 2], pads: [0, 2, 0, 0] }),
      says: 'MaxPool: pads [0, 2, 0, 0]: a window [2, 2] could lie on padding alone',
    },
  ])('refuses: $says', ({ of, says }) => expect(of).toThrow(new RangeError(says)));
});

describe('averagePool', () => {
  it('takes the mean under each window', () =>
    expect(numbersOf(averagePool(image([1, 2, 9, 4, 5, 6, 7, 8], [2, 4]), { kernel: [2, 2] }))).toEqual([
      3.5, 7,
    ]));
  it('gives each number as many shares as windows cover it', () =>
    expect(
      sharesOf([1, 2, 3, 4, 5], [1, 5], (x) => averagePool(x, { kernel: [1, 2], strides: [1, 1] })),
    ).toEqual([0.5, 5.5, 55, 550, 500]));
  it('refuses an image smaller than its window', () =>
    expect(() => averagePool(input('x', [2, 3, 8, 4]), { kernel: [2, 5] })).toThrow(
      new RangeError(
        'AveragePool: [2, 3, 8, 4] under a window [2, 5]: axis 3 has length 4 with its padding, the window needs 5',
      ),
    ));
});
