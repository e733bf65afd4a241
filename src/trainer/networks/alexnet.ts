import { flatten, relu } from '../../graph/ops/index.ts';
import { input, type Value } from '../../graph/value.ts';
import { convolution } from '../layers/convolution.ts';
import { dense } from '../layers/dense.ts';
import { localResponseNormalization } from '../layers/local-response-normalization.ts';
import { maxPooling } from '../layers/max-pooling.ts';

export interface AlexNetOptions {
  /** Filters of the five convolutions. */
  readonly filters?: readonly [number, number, number, number, number];
  /** 2 as in the paper, whose halves sat on two GPUs and met only in conv3 and the dense layers; else 1. */
  readonly groups?: 1 | 2;
  /** Pixels along a side, and zeros around them. The paper prints 224 and no padding, which does not fit. */
  readonly side?: number;
  readonly padding?: number;
  readonly isNormalized?: boolean;
}

/**
 * AlexNet, layer by layer, for one picture: five convolutions, three dense layers, 1000 scores. [krizhevsky-2012]
 *
 * @returns every layer's output by name, in order; parameters are inputs called `conv1.kernels`, `conv1.bias`
 *          and so on, `fc6.weights` and so on
 */
export function alexNet(options: AlexNetOptions = {}): Readonly<Record<string, Value>> {
  const { filters = [96, 256, 384, 384, 256], groups = 2, isNormalized = true } = options;
  const { side = 227, padding = 0 } = options;
  const overlapping = { size: 3, stride: 2 };
  const normalized = (y: Value) => (isNormalized ? localResponseNormalization(y) : y);

  const pixels = input('x', [1, 3, side, side]);
  const conv1 = relu(convolved('conv1', pixels, filters[0], 11, { stride: 4, padding }));
  const pool1 = maxPooling(normalized(conv1), overlapping);
  const conv2 = relu(convolved('conv2', pool1, filters[1], 5, { padding: 2, groups }));
  const pool2 = maxPooling(normalized(conv2), overlapping);
  // The only convolution whose filters see the maps of both halves.
  const conv3 = relu(convolved('conv3', pool2, filters[2], 3, { padding: 1 }));
  const conv4 = relu(convolved('conv4', conv3, filters[3], 3, { padding: 1, groups }));
  const conv5 = relu(convolved('conv5', conv4, filters[4], 3, { padding: 1, groups }));
  const pool5 = maxPooling(conv5, overlapping);
  const fc6 = relu(weighted('fc6', flatten(pool5), 4096));
  const fc7 = relu(weighted('fc7', fc6, 4096));
  const fc8 = weighted('fc8', fc7, 1000);
  return { pixels, conv1, pool1, conv2, pool2, conv3, conv4, conv5, pool5, fc6, fc7, fc8 };
}

function convolved(
  name: string,
  x: Value,
  count: number,
  size: number,
  options: { readonly groups?: number; readonly stride?: number; readonly padding?: number },
): Value {
  const kernels = input(`${name}.kernels`, [count, x.shape[1] / (options.groups ?? 1), size, size]);
  return convolution(x, kernels, input(`${name}.bias`, [count]), options);
}

const weighted = (name: string, x: Value, count: number): Value =>
  dense(x, input(`${name}.weights`, [x.shape[1], count]), input(`${name}.bias`, [count]));
