/** The networks of the history books, built with our layers and counted; nothing is computed. */

import { describe, expect, it } from 'vitest';
import { flatten, relu, tanh } from '../../src/graph/ops/index.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import { type Input, input, topologicalOrder, type Value } from '../../src/graph/value.ts';
import { averagePooling } from '../../src/trainer/layers/average-pooling.ts';
import { convolution } from '../../src/trainer/layers/convolution.ts';
import { dense } from '../../src/trainer/layers/dense.ts';
import { localResponseNormalization } from '../../src/trainer/layers/local-response-normalization.ts';
import { maxPooling } from '../../src/trainer/layers/max-pooling.ts';

/** A convolutional layer with parameters of its own; `groups` as the name says. */
function filters(
  name: string,
  x: Value,
  count: number,
  size: number,
  options: { groups?: number; stride?: number; padding?: number } = {},
): Value {
  const kernels = input(`${name}.kernels`, [count, x.shape[1] / (options.groups ?? 1), size, size]);
  return convolution(x, kernels, input(`${name}.bias`, [count]), options);
}

const units = (name: string, x: Value, count: number): Value =>
  dense(x, input(`${name}.weights`, [x.shape[1], count]), input(`${name}.bias`, [count]));

const isParameter = (value: Value): value is Input => value.kind === 'input' && value.name !== 'x';

/** By layer, how many numbers are trained. */
function countParameters(network: Value): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of topologicalOrder([network]).filter(isParameter)) {
    const [layer] = one.name.split('.');
    counts[layer] = (counts[layer] ?? 0) + sizeOf(one.shape);
  }
  return counts;
}

/** By layer, how often a weight is multiplied for one image: each weight once for every place it is used at. */
function countMultiplications(network: Value): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of topologicalOrder([network])) {
    if (one.kind !== 'result' || !['Conv', 'MatMul'].includes(one.op.name)) continue;
    const weights = one.inputs[1];
    if (!isParameter(weights)) continue;
    const places = one.op.name === 'Conv' ? sizeOf(one.shape.slice(2)) : 1;
    counts[weights.name.split('.')[0]] = sizeOf(weights.shape) * places;
  }
  return counts;
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

function alexNet(groups: number) {
  const x = input('x', [1, 3, 227, 227]);
  const conv1 = filters('conv1', x, 96, 11, { stride: 4 });
  const pool1 = maxPooling(localResponseNormalization(relu(conv1)), { size: 3, stride: 2 });
  const conv2 = filters('conv2', pool1, 256, 5, { padding: 2, groups });
  const pool2 = maxPooling(localResponseNormalization(relu(conv2)), { size: 3, stride: 2 });
  const conv3 = filters('conv3', pool2, 384, 3, { padding: 1 });
  const conv4 = filters('conv4', relu(conv3), 384, 3, { padding: 1, groups });
  const conv5 = filters('conv5', relu(conv4), 256, 3, { padding: 1, groups });
  const pool5 = maxPooling(relu(conv5), { size: 3, stride: 2 });
  const fc6 = units('fc6', flatten(pool5), 4096);
  const fc7 = units('fc7', relu(fc6), 4096);
  const fc8 = units('fc8', relu(fc7), 1000);
  return { conv1, pool1, conv2, pool2, conv3, conv4, conv5, pool5, fc6, fc7, fc8 };
}

describe('AlexNet as of 2012, its halves on two GPUs', () => {
  const layers = alexNet(2);
  it('has the feature maps of the paper, given 227 × 227 pixels', () =>
    expect(
      Object.fromEntries(Object.entries(layers).map(([name, { shape }]) => [name, shape.slice(1)])),
    ).toEqual({
      conv1: [96, 55, 55],
      pool1: [96, 27, 27],
      conv2: [256, 27, 27],
      pool2: [256, 13, 13],
      conv3: [384, 13, 13],
      conv4: [384, 13, 13],
      conv5: [256, 13, 13],
      pool5: [256, 6, 6],
      fc6: [4096],
      fc7: [4096],
      fc8: [1000],
    }));
  it('has 60,965,224 parameters, 96 % of them in its three dense layers', () => {
    const counts = countParameters(layers.fc8);
    expect(counts).toEqual({
      conv1: 34_944,
      conv2: 307_456,
      conv3: 885_120,
      conv4: 663_936,
      conv5: 442_624,
      fc6: 37_752_832,
      fc7: 16_781_312,
      fc8: 4_097_000,
    });
    expect(total(counts)).toBe(60_965_224);
  });
  it('multiplies 724,406,816 times an image, 92 % of them in its convolutions', () => {
    const counts = countMultiplications(layers.fc8);
    expect(counts).toEqual({
      conv1: 105_415_200,
      conv2: 223_948_800,
      conv3: 149_520_384,
      conv4: 112_140_288,
      conv5: 74_760_192,
      fc6: 37_748_736,
      fc7: 16_777_216,
      fc8: 4_096_000,
    });
    expect(total(counts)).toBe(724_406_816);
  });
});

describe('AlexNet on one GPU, every filter seeing every channel', () => {
  const { fc8 } = alexNet(1);
  it('has 62,378,344 parameters', () => expect(total(countParameters(fc8))).toBe(62_378_344));
  it('multiplies 1,135,256,096 times an image', () =>
    expect(total(countMultiplications(fc8))).toBe(1_135_256_096));
});

describe('a network of the shape of LeNet-5', () => {
  const x = input('x', [1, 1, 32, 32]);
  const c1 = filters('C1', x, 6, 5);
  const c3 = filters('C3', tanh(averagePooling(c1)), 16, 5);
  const c5 = filters('C5', tanh(averagePooling(c3)), 120, 5);
  const f6 = units('F6', flatten(tanh(c5)), 84);
  const output = units('output', tanh(f6), 10);
  it('has C1, C5 and F6 of the paper; C3 sees every map, where the paper left connections out', () =>
    expect(countParameters(output)).toEqual({ C1: 156, C3: 2416, C5: 48_120, F6: 10_164, output: 850 }));
  it('has 61,706 parameters, where the paper has 60,000', () =>
    expect(total(countParameters(output))).toBe(61_706));
});
