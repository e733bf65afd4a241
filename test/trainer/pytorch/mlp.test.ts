import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { tanh } from '../../../src/graph/ops/index.ts';
import { input } from '../../../src/graph/value.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { crossEntropy } from '../../../src/trainer/losses/cross-entropy.ts';
import {
  clipByGlobalNorm,
  clipByValue,
  coupledWeightDecay,
  type Optimizer,
  optimizers,
  proximalL1,
} from '../../../src/trainer/optimizers/index.ts';
import {
  expectSameEndInRuntime,
  expectSameRun,
  type FixtureStep,
  type FixtureTensor,
  readFixture,
} from './fixture.ts';

const { sgd, momentum, sutskeverMomentum, nesterov, pytorchNesterov, rmsprop, adagrad, adam, adamw } =
  optimizers;

const fixture = readFixture<{
  x: FixtureTensor;
  target: FixtureTensor;
  initial: Record<string, FixtureTensor>;
  rates: Record<'level' | 'dropping', number[]>;
  variants: Record<string, FixtureStep[]>;
}>('mlp');
const x = input('x', fixture.x.shape);
const target = input('target', fixture.target.shape);
const parameters = Object.entries(fixture.initial).map(([name, { shape }]) => input(name, shape));
const [hiddenWeights, hiddenBias, outputWeights, outputBias] = parameters;
const hidden = tanh(dense(x, hiddenWeights, hiddenBias));
const loss = crossEntropy(dense(hidden, outputWeights, outputBias), target);
const whole = gradients(loss, parameters);

/** Our optimizer and learning rate for each variant of the fixture. */
const cases: Record<
  string,
  { optimizer: Optimizer; rate?: number; dropping?: true; less?: string; loose?: true }
> = {
  SGD: { optimizer: sgd() },
  'SGD, momentum': { optimizer: momentum() },
  'SGD, momentum, dropping rate': { optimizer: momentum(), dropping: true },
  'SGD, momentum, dampening': { optimizer: momentum({ decay: 0.8, dampening: 0.3 }) },
  'SGD, nesterov, dropping rate': { optimizer: pytorchNesterov(), dropping: true },
  'SGD, momentum, weight decay': { optimizer: coupledWeightDecay(momentum(), { strength: 0.1 }) },
  'Sutskever momentum, dropping rate': { optimizer: sutskeverMomentum(), dropping: true },
  'Sutskever Nesterov, dropping rate': { optimizer: nesterov(), dropping: true, less: 'ahead' },
  RMSprop: { optimizer: rmsprop({ epsilon: 1e-3 }) },
  'RMSprop, centred': { optimizer: rmsprop({ epsilon: 1e-3, centred: true }), rate: 0.02 },
  'RMSprop, momentum': {
    optimizer: rmsprop({ decay: 0.99, epsilon: 1e-3, momentum: 0.9 }),
    rate: 0.02,
  },
  'RMSprop, centred, momentum, weight decay': {
    optimizer: coupledWeightDecay(rmsprop({ epsilon: 1e-3, centred: true, momentum: 0.9 }), {
      strength: 0.1,
    }),
    rate: 0.02,
  },
  'Keras RMSprop': { optimizer: rmsprop({ epsilon: 1e-3, epsilonInside: true }) },
  'Keras RMSprop, centred, momentum': {
    optimizer: rmsprop({ epsilon: 1e-3, epsilonInside: true, centred: true, momentum: 0.5 }),
  },
  Adagrad: { optimizer: adagrad({ epsilon: 1e-3 }) },
  Adam: { optimizer: adam({ epsilon: 1e-3 }) },
  'Adam, other decays, dropping rate': {
    optimizer: adam({ meanDecay: 0.8, squareDecay: 0.95 }),
    dropping: true,
  },
  'Adam, weight decay': { optimizer: coupledWeightDecay(adam({ epsilon: 1e-3 }), { strength: 0.1 }) },
  AdamW: { optimizer: adamw({ epsilon: 1e-3, strength: 0.1 }) },
  // PyTorch divides by ‖g‖ + 1e-6.
  'SGD, momentum, clip_grad_norm_': {
    optimizer: clipByGlobalNorm(momentum(), { limit: 0.2, gradients: whole }),
    loose: true,
  },
  'SGD, momentum, clip_grad_value_': { optimizer: clipByValue(momentum(), { limit: 0.05 }) },
  'proximal L1': { optimizer: proximalL1(sgd(), { strength: 0.3 }) },
};

it('every variant of the fixture is tested', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(fixture.variants).sort());
});

describe.each(Object.entries(cases))('five steps of a small MLP, %s', (variant, settings) => {
  const { optimizer, rate = 0.2, dropping, less, loose } = settings;
  const run = {
    batch: [x, target],
    parameters,
    loss,
    optimizer,
    data: { x: fixture.x.data, target: fixture.target.data },
    initial: fixture.initial,
    rates: dropping ? fixture.rates.dropping : fixture.rates.level.map(() => rate),
    ...(less && { less }),
  };
  it('agree with PyTorch in every loss, gradient and parameter', () =>
    expectSameRun(run, fixture.variants[variant], loose ? 1e-5 : 1e-9));
  it('end in the same parameters when onnxruntime runs the exported step', () =>
    expectSameEndInRuntime(run, fixture.variants[variant], loose ? 2e-5 : 1e-5));
});
