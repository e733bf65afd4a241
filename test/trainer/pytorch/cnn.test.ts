import { describe, it } from 'vitest';
import { relu, reshape } from '../../../src/graph/ops/index.ts';
import { input } from '../../../src/graph/value.ts';
import { averagePooling } from '../../../src/trainer/layers/average-pooling.ts';
import { convolution } from '../../../src/trainer/layers/convolution.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { dropout } from '../../../src/trainer/layers/dropout.ts';
import { localResponseNormalization } from '../../../src/trainer/layers/local-response-normalization.ts';
import { maxPooling } from '../../../src/trainer/layers/max-pooling.ts';
import { crossEntropy } from '../../../src/trainer/losses/cross-entropy.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import {
  expectSameEndInRuntime,
  expectSameRun,
  type FixtureStep,
  type FixtureTensor,
  readFixture,
} from './fixture.ts';

const fixture = readFixture<{
  x: FixtureTensor;
  mask: FixtureTensor;
  target: FixtureTensor;
  initial: Record<string, FixtureTensor>;
  rate: number;
  steps: FixtureStep[];
}>('cnn');

const x = input('x', fixture.x.shape);
const mask = input('mask', fixture.mask.shape);
const target = input('target', fixture.target.shape);
const parameters = Object.entries(fixture.initial).map(([name, { shape }]) => input(name, shape));
const [first, firstBias, second, secondBias, third, thirdBias, output, outputBias] = parameters;

const early = relu(convolution(x, first, firstBias, { stride: 2, padding: 1 }));
// PyTorch divides its α of 0.6 by the size.
const normal = localResponseNormalization(early, { size: 3, alpha: 0.2, beta: 0.75, k: 1.5 });
const overlapping = maxPooling(normal, { size: 3, stride: 2 });
const middle = relu(convolution(overlapping, second, secondBias, { padding: 1, groups: 2 }));
const late = convolution(maxPooling(middle), third, thirdBias, { padding: 1 });
const features = reshape(averagePooling(late, { size: 2, stride: 1 }), fixture.mask.shape);
const loss = crossEntropy(dense(dropout(features, mask, 0.2), output, outputBias), target);

describe('five steps of a small convolutional network', () => {
  const run = {
    batch: [x, mask, target],
    parameters,
    loss,
    optimizer: sgd(),
    data: { x: fixture.x.data, mask: fixture.mask.data, target: fixture.target.data },
    initial: fixture.initial,
    rates: fixture.steps.map(() => fixture.rate),
  };
  it('agree with PyTorch in every loss, gradient and parameter', () => expectSameRun(run, fixture.steps));
  it('end in the same parameters when onnxruntime runs the exported step', () =>
    expectSameEndInRuntime(run, fixture.steps));
});
