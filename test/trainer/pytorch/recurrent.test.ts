import { describe, it } from 'vitest';
import { concat } from '../../../src/graph/ops/index.ts';
import { input } from '../../../src/graph/value.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { lstm } from '../../../src/trainer/layers/lstm.ts';
import { recurrent, timeSteps } from '../../../src/trainer/layers/recurrent.ts';
import { squaredError } from '../../../src/trainer/losses/squared-error.ts';
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
  target: FixtureTensor;
  rate: number;
  networks: Record<string, { initial: Record<string, FixtureTensor>; steps: FixtureStep[] }>;
}>('recurrent');

describe.each([
  { name: 'lstm', layer: lstm },
  { name: 'recurrent', layer: recurrent },
])('five steps through time, $name', ({ name, layer }) => {
  const { initial, steps } = fixture.networks[name];
  const x = input('x', fixture.x.shape);
  const target = input('target', fixture.target.shape);
  const parameters = Object.entries(initial).map(([parameter, { shape }]) => input(parameter, shape));
  const [inputWeights, recurrentWeights, bias, outputWeights, outputBias] = parameters;
  const states = concat(layer(timeSteps(x), { inputWeights, recurrentWeights, bias }), 1);
  const run = {
    batch: [x, target],
    parameters,
    loss: squaredError(dense(states, outputWeights, outputBias), target),
    optimizer: sgd(),
    data: { x: fixture.x.data, target: fixture.target.data },
    initial,
    rates: steps.map(() => fixture.rate),
  };
  it('agree with PyTorch in every loss, gradient and parameter', () => expectSameRun(run, steps));
  it('end in the same parameters when onnxruntime runs the exported step', () =>
    expectSameEndInRuntime(run, steps));
});
