/** Every number in content/entries/support-vector-machine.mdx, computed by the trainer. */

import { afterAll, describe, expect, it } from 'vitest';
import { encodeModel } from '../../../src/onnx/model.ts';
import { conicKernel, cost, noisyCircles } from '../../../src/recipes/kernel-svm.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { trainKernelSvm } from '../../../src/trainer/svm/kernel-svm.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { keptSessions } from '../../../src/widgets/kit/kept-sessions.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { machineOf } from '../../../src/widgets/support-vector-machine/compute.ts';
import { model } from '../../../src/widgets/support-vector-machine/model.ts';
import { counts, type State } from '../../../src/widgets/support-vector-machine/state.ts';
import { answersOf, cardOf, entryText, historyOf, noFiles } from './shipped.ts';

const text = entryText('support-vector-machine');
const settings = { kernel: conicKernel, cost, tolerance: 1e-9 };
const sessions = keptSessions((one) => createSession(encodeModel(one)));
const runner = sessionRunner(sessions.open);
afterAll(sessions.close);

/** What the figure shows for these settings. */
async function shown(change: Partial<State>) {
  const state = { ...model.initial(startSettings(model)), ...change };
  const machine = await machineOf(runner, state);
  const { points, rightOfTraining, rightOfHeldOut, heldOut } = machine;
  return {
    points: points.length,
    ...counts({ ...state, machine }),
    rightOfTraining,
    rightOfHeldOut,
    heldOut,
  };
}

describe('the figure', () => {
  it('starts with 19 support vectors of 80, 14 of which violate the margin, and 199 of 200 right', async () =>
    expect(await shown({})).toMatchObject({
      points: 80,
      support: 19,
      violating: 14,
      rightOfHeldOut: 199,
      heldOut: 200,
    }));
  it('has 76 of them and 136 right at the price 0.1', async () =>
    expect(await shown({ cost: 0.1 })).toMatchObject({ support: 76, rightOfHeldOut: 136 }));
  it('has 8 of them at the price 100, and 2 violate the margin', async () =>
    expect(await shown({ cost: 100 })).toMatchObject({ support: 8, violating: 2 }));
  it('gets 108 of 200 right with a straight line', async () =>
    expect(await shown({ kernel: 'linear' })).toMatchObject({ rightOfHeldOut: 108, heldOut: 200 }));
  it('has all 40 points beside a line right, and 3 of them hold the margin at the price 100', async () => {
    expect(await shown({ set: 'line', kernel: 'linear' })).toMatchObject({ points: 40, rightOfTraining: 40 });
    expect(await shown({ set: 'line', kernel: 'linear', cost: 100 })).toMatchObject({
      rightOfTraining: 40,
      support: 3,
      violating: 0,
    });
  });
  it('has nothing but violations with the third kernel at the price 0.1', async () =>
    expect(await shown({ kernel: 'radial', cost: 0.1 })).toMatchObject({ points: 80, violating: 80 }));
});

it('linear-svm learns from 40 points and keeps a margin of 0.14', () => {
  const w = historyOf('linear-svm').parameters.weights.values.at(-1) as number[];
  expect(cardOf('linear-svm').data.training).toBe(40);
  expect((1 / Math.hypot(...w)).toFixed(2)).toBe('0.14');
  expect(text).toContain('on 40 points that a line separates; its boundary keeps a margin of 0.14');
});

describe('kernel-svm', async () => {
  const { training } = await noisyCircles.load(noFiles);
  const { x, target, count } = training;

  it('has 5 points on the margin and 14 beyond it', async () => {
    const { score } = await answersOf('kernel-svm', training, [2]);
    const margins = score.map((one, i) => one * target[i]);
    expect(margins.filter((one) => Math.abs(one - 1) < 1e-4)).toHaveLength(5);
    expect(margins.filter((one) => one < 1 - 1e-4)).toHaveLength(14);
    expect(cardOf('kernel-svm').metrics['support vectors']).toBe(19);
    expect(text).toContain('5 lie on the margin and 14 violate it');
  });
  it('is the same machine without the other 61 points', () => {
    const whole = trainKernelSvm(x, target, settings);
    const places = Array.from({ length: count }, (_, i) => [x[2 * i], x[2 * i + 1], target[i]]);
    const kept = places.filter(([x1, x2]) =>
      whole.coefficients.some(
        (_, k) => whole.supportVectors[2 * k] === x1 && whole.supportVectors[2 * k + 1] === x2,
      ),
    );
    expect(count - kept.length).toBe(61);
    const again = trainKernelSvm(
      kept.flatMap((place) => place.slice(0, 2)),
      kept.map(([, , label]) => label),
      settings,
    );
    expect(again.bias).toBeCloseTo(whole.bias, 5);
    again.coefficients.forEach((one, i) => {
      expect(one).toBeCloseTo(whole.coefficients[i], 4);
    });
  });
});
