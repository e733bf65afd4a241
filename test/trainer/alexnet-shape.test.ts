/** The networks of the history books, built with our layers and counted; nothing is computed. */

import { describe, expect, it } from 'vitest';
import { flatten, tanh } from '../../src/graph/ops/index.ts';
import { input, type Value } from '../../src/graph/value.ts';
import { averagePooling } from '../../src/trainer/layers/average-pooling.ts';
import { convolution } from '../../src/trainer/layers/convolution.ts';
import { dense } from '../../src/trainer/layers/dense.ts';
import { alexNet } from '../../src/trainer/networks/alexnet.ts';
import { countMultiplications, countParameters, total } from '../../src/trainer/networks/count.ts';

/** A convolutional layer with parameters of its own. */
const filters = (name: string, x: Value, count: number, size: number): Value =>
  convolution(x, input(`${name}.kernels`, [count, x.shape[1], size, size]), input(`${name}.bias`, [count]));

const units = (name: string, x: Value, count: number): Value =>
  dense(x, input(`${name}.weights`, [x.shape[1], count]), input(`${name}.bias`, [count]));

const shapes = (layers: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(layers).map(([name, { shape }]) => [name, shape.slice(1)]));

describe('AlexNet as of 2012, its halves on two GPUs', () => {
  const layers = alexNet();
  it('has the feature maps of the paper, given 227 × 227 pixels', () =>
    expect(shapes(layers)).toEqual({
      pixels: [3, 227, 227],
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
  const { fc8 } = alexNet({ groups: 1 });
  it('has 62,378,344 parameters', () => expect(total(countParameters(fc8))).toBe(62_378_344));
  it('multiplies 1,135,256,096 times an image', () =>
    expect(total(countMultiplications(fc8))).toBe(1_135_256_096));
});

describe('the side of the picture', () => {
  it('of 224 pixels gives the same maps as 227 if two rows of zeros stand around it', () => {
    const { pixels, ...padded } = shapes(alexNet({ side: 224, padding: 2 }));
    const { pixels: wider, ...plain } = shapes(alexNet());
    expect(padded).toEqual(plain);
    expect([pixels, wider]).toEqual([
      [3, 224, 224],
      [3, 227, 227],
    ]);
  });
  it('of 224 pixels without zeros gives smaller maps and 11.5 million parameters fewer', () => {
    const layers = alexNet({ side: 224 });
    expect(shapes(layers)).toMatchObject({ conv1: [96, 54, 54], pool1: [96, 26, 26], pool5: [256, 5, 5] });
    expect(total(countParameters(layers.fc8))).toBe(60_965_224 - (9216 - 6400) * 4096);
  });
});

describe('the AlexNet of torchvision, narrower and without normalisation', () => {
  const layers = alexNet({
    filters: [64, 192, 384, 256, 256],
    groups: 1,
    side: 224,
    padding: 2,
    isNormalized: false,
  });
  it('has 61,100,840 parameters', () => expect(total(countParameters(layers.fc8))).toBe(61_100_840));
  it('multiplies 714,188,480 times an image', () =>
    expect(total(countMultiplications(layers.fc8))).toBe(714_188_480));
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
