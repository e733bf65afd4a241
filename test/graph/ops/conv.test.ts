import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { conv, convTranspose, mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { sizeOf } from '../../../src/graph/shape.ts';
import { constant, input, type Shape, topologicalOrder } from '../../../src/graph/value.ts';
import {
  type Build,
  expectGradient,
  expectRuntimeAgrees,
  irregular,
  type Sample,
} from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';

/** Images too large to take differences by every pixel of. */
const large = (shape: Shape) => {
  const numbers = Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i * i));
  return constant(numbers, 'float32', shape);
};

// Height and width, kernel and stride, channels and filters all differ, so that no two can be mixed up.
describe.each<{ op: string; of: Build; at: Sample[] }>([
  {
    op: 'conv with a bias',
    of: (x, w, b) => conv(x, w, b),
    at: [irregular([2, 3, 5, 6]), irregular([4, 3, 3, 2], 1, 2), irregular([4], 1, 3)],
  },
  {
    op: 'conv with uneven strides and pads',
    of: (x, w) => conv(x, w, null, { strides: [2, 1], pads: [1, 0, 2, 1] }),
    at: [irregular([2, 2, 5, 4]), irregular([3, 2, 3, 2], 1, 2)],
  },
  {
    op: 'conv whose stride leaves rows and columns unread',
    of: (x, w) => conv(x, w, null, { strides: [3, 2] }),
    at: [irregular([3, 2, 7, 6]), irregular([2, 2, 2, 3], 1, 2)],
  },
  {
    op: 'conv in two groups',
    of: (x, w, b) => conv(x, w, b, { group: 2, pads: [1, 1, 0, 0], strides: [1, 2] }),
    at: [irregular([2, 4, 4, 5]), irregular([6, 2, 3, 2], 1, 2), irregular([6], 1, 3)],
  },
  {
    op: 'conv of many channels, whose image gradient is a Conv',
    of: (x, w) => conv(x, w, null, { pads: [1, 0, 1, 1] }),
    at: [irregular([2, 16, 4, 3]), irregular([3, 16, 3, 2], 1, 2)],
  },
  {
    op: 'conv of many channels in two groups',
    of: (x, w) => conv(x, w, null, { group: 2, pads: [0, 1, 1, 1] }),
    at: [irregular([1, 32, 3, 4]), irregular([4, 16, 2, 3], 1, 2)],
  },
  {
    op: 'conv of many channels padded by more than the kernel',
    of: (x, w) => conv(x, w, null, { pads: [2, 0, 0, 1] }),
    at: [irregular([1, 16, 3, 2]), irregular([2, 16, 2, 2], 1, 2)],
  },
  {
    op: 'conv of large images, the kernel gradient a sum over pairs of them',
    of: (w, b) => conv(large([6, 4, 12, 11]), w, b, { group: 2, pads: [1, 1, 1, 2] }),
    at: [irregular([4, 2, 3, 3], 1, 2), irregular([4], 1, 3)],
  },
  {
    op: 'conv of large images, the kernel gradient a sum over single ones',
    of: (w) => conv(large([3, 2, 33, 36]), w, null, { group: 2, strides: [2, 2] }),
    at: [irregular([4, 1, 2, 3], 1, 2)],
  },
  {
    op: 'convTranspose with strides, pads and output padding',
    of: (x, w) => convTranspose(x, w, { strides: [2, 3], pads: [1, 0, 0, 2], output_padding: [1, 2] }),
    at: [irregular([2, 3, 3, 2]), irregular([3, 2, 3, 4], 1, 2)],
  },
  {
    op: 'convTranspose in two groups',
    of: (x, w) => convTranspose(x, w, { group: 2 }),
    at: [irregular([2, 4, 2, 3]), irregular([4, 3, 2, 3], 1, 2)],
  },
])('$op', ({ of, at }) => {
  it('has the gradient that central differences measure', () => expectGradient(of, at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(of, at));
});

const image = constant([1, 2, 3, 4, 5, 6, 7, 8, 9], 'float32', [1, 1, 3, 3]);
const kernel = constant([1, 10, 100, 1000], 'float32', [1, 1, 2, 2]);

describe('conv', () => {
  it('weighs what lies under the kernel without turning it', () =>
    expect(numbersOf(conv(image, kernel))).toEqual([5421, 6532, 8754, 9865]));
  it('reads zeros outside the image', () =>
    expect(numbersOf(conv(image, kernel, null, { pads: [1, 1, 0, 0], strides: [2, 2] }))).toEqual([
      1000, 3200, 7040, 9865,
    ]));
  it('spreads the kernel by its dilations', () =>
    expect(numbersOf(conv(image, kernel, null, { dilations: [2, 2] }))).toEqual([9731]));
  it('adds to each filter its own bias', () => {
    const kernels = constant([1, -1], 'float32', [2, 1, 1, 1]);
    const pixel = constant([3], 'float32', [1, 1, 1, 1]);
    expect(numbersOf(conv(pixel, kernels, constant([10, 20])))).toEqual([13, 17]);
  });
  it('gives each group of filters its own channels', () => {
    const pixels = constant([1, 2, 3, 4], 'float32', [1, 4, 1, 1]);
    const kernels = constant([1, 10, 100, 1000], 'float32', [2, 2, 1, 1]);
    expect(numbersOf(conv(pixels, kernels, null, { group: 2 }))).toEqual([21, 4300]);
  });

  const x = input('x', [2, 3, 8, 9]);
  it.each([
    {
      of: () => conv(input('x', [3, 8, 9]), input('w', [4, 3, 3, 3])),
      says: 'Conv: images have shape [N, channels, height, width], got [3, 8, 9]',
    },
    {
      of: () => conv(x, input('w', [4, 27])),
      says: 'Conv: images [2, 3, 8, 9], kernels [4, 27]: kernels have shape [filters, channels / group, height, width]',
    },
    {
      of: () => conv(x, input('w', [4, 2, 3, 3])),
      says: 'Conv: images [2, 3, 8, 9], kernels [4, 2, 3, 3]: 3 channels and 4 filters do not go into 1 group(s) with 2 channels a filter',
    },
    {
      of: () => conv(input('x', [2, 6, 8, 9]), input('w', [4, 2, 3, 3]), null, { group: 3 }),
      says: 'Conv: images [2, 6, 8, 9], kernels [4, 2, 3, 3]: 6 channels and 4 filters do not go into 3 group(s) with 2 channels a filter',
    },
    {
      of: () => conv(x, input('w', [4, 3, 5, 11]), null, { pads: [0, 0, 0, 1] }),
      says: 'Conv: [2, 3, 8, 9] under a window [5, 11]: axis 3 has length 10 with its padding, the window needs 11',
    },
    {
      of: () => conv(x, input('w', [4, 3, 3, 3]), input('b', [3])),
      says: 'Conv: images [2, 3, 8, 9], kernels [4, 3, 3, 3]: 4 filters take a bias [4], got [3]',
    },
  ])('refuses: $says', ({ of, says }) => expect(of).toThrow(new RangeError(says)));

  it('says that dilated kernels have no gradient', () => {
    const w = input('w', [4, 3, 3, 3]);
    const loss = reduceSum(conv(x, w, null, { dilations: [2, 1] }));
    expect(() => gradients(loss, [w])).toThrow(
      new RangeError('Conv: dilations [2, 1]: only kernels without gaps have a gradient here'),
    );
  });
});

describe('the gradient of conv', () => {
  const operators = (channels: number) => {
    const [x, w] = [input('x', [4, channels, 6, 6]), input('w', [8, channels, 3, 3])];
    const y = conv(x, w, null, { pads: [1, 1, 1, 1] });
    const loss = reduceSum(mul(y, y));
    return topologicalOrder(gradients(loss, [x])).map((one) => (one.kind === 'result' ? one.op.name : ''));
  };
  it('goes back to few channels by ConvTranspose', () => expect(operators(6)).toContain('ConvTranspose'));
  it('goes back to many channels by Conv alone', () => expect(operators(16)).not.toContain('ConvTranspose'));
});

describe('convTranspose', () => {
  it('sends the whole kernel to where conv would have read', () =>
    expect(numbersOf(convTranspose(constant([1, 2], 'float32', [1, 1, 1, 2]), kernel))).toEqual([
      1, 12, 20, 100, 1200, 2000,
    ]));
  it('refuses kernels that are not one for each channel', () =>
    expect(() => convTranspose(input('x', [2, 3, 4, 5]), input('w', [4, 3, 2, 2]))).toThrow(
      new RangeError(
        'ConvTranspose: images [2, 3, 4, 5], kernels [4, 3, 2, 2], 1 group(s): takes one kernel a channel',
      ),
    ));
});
