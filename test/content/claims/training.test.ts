/** Every number in content/entries/training.mdx, computed by the figure's own graphs. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import spiralMlp from '../../../src/recipes/spiral-mlp.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { crossEntropy } from '../../../src/trainer/losses/cross-entropy.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { keptSessions } from '../../../src/widgets/kit/kept-sessions.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { judgeUntrained, nextMoment } from '../../../src/widgets/training/compute.ts';
import { model } from '../../../src/widgets/training/model.ts';
import {
  freshNetwork,
  parameterCount,
  parameterNames,
  perNat,
  stepOf,
  training,
} from '../../../src/widgets/training/network.ts';
import { type Course, chance, type State } from '../../../src/widgets/training/state.ts';
import { numbersOf } from '../../support/numbers-of.ts';

/** They stay open, since hundreds of epochs ask the same few graphs. */
const sessions = keptSessions((graph) => createSession(encodeModel(graph)));
const runner = sessionRunner(sessions.open);
afterAll(sessions.close);

async function trained(epochs: number, change: Partial<Course> = {}): Promise<State> {
  let state = model.initial(startSettings(model));
  state = { ...state, course: { ...state.course, ...change } };
  const { course } = state;
  while (state.moments.length <= epochs)
    state = model.update(state, { kind: 'trained', course, moment: await nextMoment(runner, state) });
  return state;
}

const { moments, course } = await trained(200);

describe('the feedback', () => {
  const z = input('z', [1, 2]);
  const target = constant([1, 0], 'float32', [1, 2]);
  const loss = crossEntropy(z, target);
  // Softmax of these scores is 0.3 and 0.7.
  const scores = { z: [Math.log(0.3), Math.log(0.7)] };

  it('of 30 % for monkey and 70 % for sloth is −0.7 and +0.7, at a loss of 1.204', () => {
    const [first, second] = numbersOf(gradients(loss, [z])[0], scores);
    expect([first, second].map((one) => Number(one.toFixed(9)))).toEqual([-0.7, 0.7]);
    expect(numbersOf(loss, scores)[0]).toBeCloseTo(1.204, 3);
  });
});

describe('untrained networks', () => {
  it('100 of them get between 5 % and 58.7 %, 32.15 % on average, at a loss of 1.126', async () => {
    const judged = await judgeUntrained(runner);
    const accuracies = judged.map(({ accuracy }) => accuracy);
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    expect(judged).toHaveLength(100);
    expect(Math.min(...accuracies)).toBeCloseTo(0.05, 6);
    expect(Math.max(...accuracies)).toBeCloseTo(0.587, 2);
    expect(mean(accuracies)).toBeCloseTo(0.3215, 4);
    expect(mean(judged.map(({ loss }) => loss))).toBeCloseTo(1.126, 3);
  });

  it('would get exactly 1/K if all namings of the outputs are taken together', async () => {
    // Any network, its three outputs in all six orders.
    const fresh = freshNetwork(7);
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const accuracies: number[] = [];
    const [measures] = [spiralMlp.build(training.count)];
    const graph = {
      name: 'named',
      inputs: [...measures.batch, ...measures.parameters],
      outputs: { accuracy: measures.measures.accuracy },
    };
    for (const order of orders) {
      const renamed = {
        ...fresh,
        'output.weights': fresh['output.weights'].map(
          (_, i) => fresh['output.weights'][3 * Math.floor(i / 3) + order[i % 3]],
        ),
      };
      accuracies.push(
        (await runner.run(graph, { x: training.x, target: training.target, ...renamed })).accuracy[0],
      );
    }
    expect(accuracies.reduce((sum, one) => sum + one, 0) / 6).toBeCloseTo(chance, 6);
    expect(Math.max(...accuracies) - Math.min(...accuracies)).toBeGreaterThan(0.05);
  });

  it('cost 1.099 nats or 1.585 bits where the guess is equal, and the factor between is 1.443', () => {
    expect(Math.log(3)).toBeCloseTo(1.099, 3);
    expect(Math.log2(3)).toBeCloseTo(1.585, 3);
    expect(perNat.bits.toFixed(3)).toBe('1.443');
  });
});

describe('the training', () => {
  it('is of 371 parameters, with η = 0.3 and 10 steps of 24 examples in an epoch', () => {
    expect(parameterCount).toBe(371);
    expect([course.learningRate, course.batchSize, training.count / course.batchSize]).toEqual([0.3, 24, 10]);
  });

  it.each([
    [0, 1.093, 0.3, 1.076, 0.35],
    [5, 0.789, 0.55, 0.903, 0.475],
    [10, 0.789, 0.575, 0.894, 0.521],
    [40, 0.36, 0.879, 0.552, 0.75],
    [100, 0.0768, 0.979, 0.15, 0.946],
    [200, 0.0638, 0.988, 0.207, 0.929],
  ])(
    'after epoch %i has the losses and accuracies of the table',
    (epoch, loss, right, unseenLoss, unseenRight) => {
      const { training: seen, heldOut } = moments[epoch];
      const digits = loss < 0.1 ? 4 : 3;
      expect(Math.abs(seen.loss - loss)).toBeLessThanOrEqual(0.51 * 10 ** -digits);
      expect(Math.abs(seen.accuracy - right)).toBeLessThanOrEqual(0.51e-3);
      expect(Math.abs(heldOut.loss - unseenLoss)).toBeLessThanOrEqual(0.51e-3);
      expect(Math.abs(heldOut.accuracy - unseenRight)).toBeLessThanOrEqual(0.51e-3);
    },
  );

  it('ends after 200 epochs with the parameters of the shipped model, bit for bit', () => {
    const file = join(import.meta.dirname, '../../../models/spiral-mlp/history.json');
    const { parameters, steps } = JSON.parse(readFileSync(file, 'utf8'));
    expect(steps.at(-1)).toBe(2000);
    for (const name of parameterNames)
      expect(Array.from(moments[200].parameters[name])).toEqual(
        parameters[name].values.at(-1).map(Math.fround),
      );
  });

  it('takes a step 1.443 times as long when the loss counts bits', async () => {
    const fresh = freshNetwork(1);
    const [batch] = spiralMlp.epoch(training, 24, { ...inOrder });
    const step = async (unit: 'nats' | 'bits') => {
      const fed = { ...batch, ...fresh, learningRate: Float32Array.of(0.3) };
      const after = (await runner.run(stepOf(24, unit), fed))['second.weights.next'];
      return Math.hypot(...after.map((one, i) => one - fresh['second.weights'][i]));
    };
    expect((await step('bits')) / (await step('nats'))).toBeCloseTo(perNat.bits, 3);
  });
});

/** Leaves the examples in their order. */
const inOrder = {
  uniform: () => 0,
  below: () => 0,
  normal: () => 0,
  permutation: (n: number) => Uint32Array.from({ length: n }, (_, i) => i),
};
