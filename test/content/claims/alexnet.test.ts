/** Every number in content/entries/alexnet.mdx that a computation can give, computed by the trainer. */

import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../src/graph/shape.ts';
import { input } from '../../../src/graph/value.ts';
import cifarNet from '../../../src/recipes/cifar-net.ts';
import fourLayerRelu from '../../../src/recipes/four-layer-relu.ts';
import fourLayerTanh from '../../../src/recipes/four-layer-tanh.ts';
import type { ModelCard, TrainingHistory } from '../../../src/recipes/model-card.ts';
import { localResponseNormalization } from '../../../src/trainer/layers/local-response-normalization.ts';
import { crossEntropy } from '../../../src/trainer/losses/cross-entropy.ts';
import { type AlexNetOptions, alexNet } from '../../../src/trainer/networks/alexnet.ts';
import { countMultiplications, countParameters, total } from '../../../src/trainer/networks/count.ts';
import { curveOf, epochsTo } from '../../../src/widgets/cifar-curves/curves.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { modelFile } from '../../support/trained-cifar-net.ts';

const json = <T>(id: string, file: string): T => JSON.parse(new TextDecoder().decode(modelFile(id, file)));

const counted = (options: AlexNetOptions = {}) => {
  const layers = alexNet(options);
  return {
    shapes: Object.fromEntries(Object.entries(layers).map(([name, { shape }]) => [name, shape.slice(1)])),
    parameters: countParameters(layers.fc8),
    work: countMultiplications(layers.fc8),
  };
};
const paper = counted();
const dense = ['fc6', 'fc7', 'fc8'];
const of = (counts: Readonly<Record<string, number>>, names: readonly string[]) =>
  names.reduce((sum, name) => sum + counts[name], 0);

describe('the network of 2012', () => {
  it('fills 233 MiB as float32', () =>
    expect((total(paper.parameters) * 4) / 2 ** 20).toBeCloseTo(232.56, 2));

  it.each([
    { layer: 'conv1', output: [96, 55, 55], parameters: 34_944, work: 105_415_200 },
    { layer: 'conv2', output: [256, 27, 27], parameters: 307_456, work: 223_948_800 },
    { layer: 'conv3', output: [384, 13, 13], parameters: 885_120, work: 149_520_384 },
    { layer: 'conv4', output: [384, 13, 13], parameters: 663_936, work: 112_140_288 },
    { layer: 'conv5', output: [256, 13, 13], parameters: 442_624, work: 74_760_192 },
    { layer: 'fc6', output: [4096], parameters: 37_752_832, work: 37_748_736 },
    { layer: 'fc7', output: [4096], parameters: 16_781_312, work: 16_777_216 },
    { layer: 'fc8', output: [1000], parameters: 4_097_000, work: 4_096_000 },
  ])('$layer gives $output with $parameters parameters in $work multiply-adds', (row) => {
    expect(paper.shapes[row.layer]).toEqual(row.output);
    expect(paper.parameters[row.layer]).toBe(row.parameters);
    expect(paper.work[row.layer]).toBe(row.work);
  });

  it('has 60,965,224 parameters and 724,406,816 multiply-adds, 1.45 billion FLOPs', () => {
    expect(total(paper.parameters)).toBe(60_965_224);
    expect(total(paper.work)).toBe(724_406_816);
    expect((2 * total(paper.work)) / 1e9).toBeCloseTo(1.45, 2);
  });

  it('has 96.2 % of the parameters and 8.1 % of the work in its dense layers', () => {
    expect((100 * of(paper.parameters, dense)) / total(paper.parameters)).toBeCloseTo(96.2, 1);
    expect((100 * of(paper.work, dense)) / total(paper.work)).toBeCloseTo(8.1, 1);
  });

  it('has five convolutions and three dense layers', () =>
    expect(Object.keys(paper.parameters).sort()).toEqual(
      ['conv1', 'conv2', 'conv3', 'conv4', 'conv5', ...dense].sort(),
    ));

  it('follows the equations for side, parameters and multiply-adds in every convolution', () => {
    const rows = [
      { name: 'conv1', from: 'pixels', k: 11, s: 4, p: 0, g: 1 },
      { name: 'conv2', from: 'pool1', k: 5, s: 1, p: 2, g: 2 },
      { name: 'conv3', from: 'pool2', k: 3, s: 1, p: 1, g: 1 },
      { name: 'conv4', from: 'conv3', k: 3, s: 1, p: 1, g: 2 },
      { name: 'conv5', from: 'conv4', k: 3, s: 1, p: 1, g: 2 },
    ];
    for (const { name, from, k, s, p, g } of rows) {
      const [c, n] = paper.shapes[from];
      const [f, o] = paper.shapes[name];
      expect(Math.floor((n + 2 * p - k) / s) + 1).toBe(o);
      expect((k * k * (c / g) + 1) * f).toBe(paper.parameters[name]);
      expect(k * k * (c / g) * f * o * o).toBe(paper.work[name]);
    }
  });
});

describe('its variants', () => {
  it('taken literally, 224 pixels give 54 × 54 maps, in the end 5 × 5, and 49,430,888 parameters', () => {
    expect((224 - 11) / 4).toBe(53.25);
    const literal = counted({ side: 224 });
    expect([literal.shapes.conv1, literal.shapes.pool5]).toEqual([
      [96, 54, 54],
      [256, 5, 5],
    ]);
    expect(paper.shapes.pool5).toEqual([256, 6, 6]);
    expect(total(literal.parameters)).toBe(49_430_888);
  });

  it('224 pixels within two rows of zeros give the maps of 227', () =>
    expect(counted({ side: 224, padding: 2 }).shapes).toEqual({ ...paper.shapes, pixels: [3, 224, 224] }));

  it('without groups it has 62,378,344 parameters and 1,135,256,096 multiply-adds', () => {
    const whole = counted({ groups: 1 });
    expect([total(whole.parameters), total(whole.work)]).toEqual([62_378_344, 1_135_256_096]);
  });

  it('that of torchvision has 61,100,840 parameters', () => {
    const filters = [64, 192, 384, 256, 256] as const;
    const torchvision = counted({ filters, groups: 1, side: 224, padding: 2, isNormalized: false });
    expect(total(torchvision.parameters)).toBe(61_100_840);
  });
});

describe('arithmetic', () => {
  it('the middle one of five answers of 1 side by side becomes 0.594 by local response normalisation', () => {
    const a = input('a', [1, 5, 1, 1]);
    const normalized = numbersOf(localResponseNormalization(a), { a: [1, 1, 1, 1, 1] });
    expect(normalized[2]).toBeCloseTo(0.594, 3);
  });

  it('a network that finds 1,000 classes equally likely has the loss 6.908', () => {
    const scores = input('scores', [1, 1000]);
    const target = input('target', [1, 1000]);
    const [loss] = numbersOf(crossEntropy(scores, target), {
      scores: new Array(1000).fill(0),
      target: Array.from({ length: 1000 }, (_, i) => (i === 3 ? 1 : 0)),
    });
    expect(loss).toBeCloseTo(6.908, 3);
  });

  it('90 passes through 1.2 million pictures in batches of 128 are 843,750 steps', () =>
    expect((90 * 1_200_000) / 128).toBe(843_750));

  it('guessing among 1,000 classes errs in 99.9 % at the first try and 99.5 % in five', () =>
    expect([1, 5].map((tries) => 100 - (100 * tries) / 1000)).toEqual([99.9, 99.5]));

  it('15.3 against 26.2 are 10.9 points, about two fifths', () => {
    expect(26.2 - 15.3).toBeCloseTo(10.9, 10);
    expect((26.2 - 15.3) / 26.2).toBeCloseTo(0.4, 1);
  });

  it('0.35 % of 10,000 digits are 35', () => expect(0.0035 * 10_000).toBeCloseTo(35, 10));
});

describe('the comparison of 2012, repeated', () => {
  const errors = (id: string) => curveOf(json<TrainingHistory>(id, 'history.json'), 'training');
  const [relu, tanh] = [errors('four-layer-relu'), errors('four-layer-tanh')];

  it('has the learning rates 0.004 and 0.016 and no regularisation', () => {
    expect([fourLayerRelu.learningRate, fourLayerTanh.learningRate]).toEqual([0.004, 0.016]);
    for (const { hyperparameters } of [fourLayerRelu, fourLayerTanh])
      expect(hyperparameters).toMatchObject({ regularisation: 'none', augmentation: 'none' });
  });
  it('reaches 25 % with ReLU after 7.3 epochs, and with tanh still errs on 29 % after 30', () => {
    expect(epochsTo(0.25, relu)).toBeCloseTo(7.3, 1);
    expect(epochsTo(0.25, tanh)).toBeNull();
    expect(tanh).toHaveLength(1 + 30);
    expect(tanh[30]).toBeCloseTo(0.29, 2);
  });
  it.each([
    { level: 0.3, fast: '5.5', slow: '28.4', times: 5 },
    { level: 0.35, fast: '3.7', slow: '15.8', times: 4 },
  ])(
    'comes down to $level in $fast epochs with ReLU and $slow with tanh, over $times times as long',
    (row) => {
      const [fast, slow] = [relu, tanh].map((curve) => epochsTo(row.level, curve) as number);
      expect([fast.toFixed(1), slow.toFixed(1)]).toEqual([row.fast, row.slow]);
      expect(slow / fast).toBeGreaterThan(row.times);
    },
  );
});

describe('the three trainings', () => {
  const runs = ['cifar-net', 'cifar-net-tanh', 'cifar-net-no-dropout'];
  const percents = (metric: string) =>
    runs.map((id) => (100 * json<ModelCard>(id, 'card.json').metrics[metric]).toFixed(2));

  it('get 86.32, 85.97 and 89.88 % of the training pictures right, 80.31, 79.97 and 80.85 % of the test pictures', () => {
    expect(percents('training accuracy')).toEqual(['86.32', '85.97', '89.88']);
    expect(percents('held-out accuracy')).toEqual(['80.31', '79.97', '80.85']);
  });
  it('reach 25 % training error after 8.1, 6.8 and 7.3 of 26 epochs', () => {
    const histories = runs.map((id) => json<TrainingHistory>(id, 'history.json'));
    const reached = histories.map((history) => epochsTo(0.25, curveOf(history, 'training')));
    expect(reached.map((epochs) => epochs?.toFixed(1))).toEqual(['8.1', '6.8', '7.3']);
    for (const { steps } of histories) expect(steps).toHaveLength(1 + 26);
  });
});

describe('the small relative', () => {
  const card = json<ModelCard>('cifar-net', 'card.json');
  const { parameters } = cifarNet.build(1);

  it('has four convolutions, two dense layers and 381,834 parameters', () => {
    const layers = new Set(parameters.map(({ name }) => name.split('.')[0]));
    expect([...layers]).toEqual(['conv1', 'conv2', 'conv3', 'conv4', 'hidden', 'output']);
    expect(parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0)).toBe(381_834);
    expect(card.parameters).toBe(381_834);
  });

  it('saw 30,000 pictures of 32 by 32 pixels and names 80.31 % of 10,000 others rightly', () => {
    expect(cifarNet.build(1).batch[0].shape).toEqual([1, 3, 32, 32]);
    expect([card.data.training, card.data.heldOut]).toEqual([30_000, 10_000]);
    expect(card.metrics['held-out accuracy']).toBeCloseTo(0.8031, 4);
  });
});
