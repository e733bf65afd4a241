import { describe, expect, it, vi } from 'vitest';
import { hostTensor, referenceSession, type Session } from '../../src/graph/session.ts';
import type { Steps } from '../../src/runtime/web-steps.ts';
import { runSteps } from '../../src/runtime/web-steps.ts';
import { sgd } from '../../src/trainer/optimizers/sgd.ts';
import { trainingStep } from '../../src/trainer/step.ts';
import { train } from '../../src/trainer/train.ts';
import { batch, initial, loss, parameters, targets, x } from '../support/classifier.ts';
import '../support/close-to.ts';

const step = trainingStep({ name: 'step', batch: [x, targets], parameters, loss, optimizer: sgd() });
const carried = step.carried.map(({ from, to }) => ({ from: from.name, to }));
const state = Object.fromEntries(
  parameters.map(({ name, shape }) => [name, { shape, data: initial[name] as Float32Array }]),
);
const fed = (learningRate: number) => ({
  x: { shape: x.shape, data: batch.x },
  targets: { shape: targets.shape, data: batch.targets },
  learningRate: { shape: [], data: Float32Array.of(learningRate) },
});

describe('runSteps', () => {
  it('makes the steps that the training loop makes', async () => {
    const session = referenceSession(step);
    const result = await runSteps(session, {
      state,
      carried,
      batches: [0.5, 0.5, 0.5].map(fed),
      keep: ['loss'],
    });
    const losses: number[] = [];
    const expected: Record<string, Float32Array> = {};
    const batches = [batch, batch, batch];
    for await (const now of train(session, step, { batches, initial, learningRate: 0.5 })) {
      losses.push((await now.loss.read())[0]);
      for (const [name, tensor] of Object.entries(now.state)) expected[name] = await tensor.read();
    }
    expect(losses).toHaveLength(3);
    expect(result.kept.map((one) => one.loss[0])).toEqual(losses);
    expect(result.state).toEqual(expected);
    expect(result.diverged).toBeNull();
  });

  it('gives the state back as it was if there is nothing to learn from', async () => {
    const result = await runSteps(referenceSession(step), { state, carried, batches: [], keep: ['loss'] });
    expect(result).toEqual({ state: initial, kept: [], diverged: null });
  });

  it('names an output to be kept that does not exist', async () => {
    const run = runSteps(referenceSession(step), { state, carried, batches: [fed(1)], keep: ['los'] });
    await expect(run).rejects.toThrow(/no output "los", only .*loss/);
  });

  it('names what is carried and not in the state', async () => {
    const strange = [...carried, { from: 'momentum', to: 'loss' }];
    const run = runSteps(referenceSession(step), { state, carried: strange, batches: [fed(1)], keep: [] });
    await expect(run).rejects.toThrow('"momentum" is carried, but the state has no such input');
  });
});

/** w ← w · x, with w and its double reported; counts the tensors that are alive. */
function countingSession() {
  let alive = 0;
  let most = 0;
  const tensor = (data: Float32Array) => {
    most = Math.max(most, ++alive);
    let open = true;
    return {
      ...hostTensor([data.length], data),
      async read() {
        if (!open) throw new Error('read after its end');
        return data;
      },
      dispose() {
        if (!open) throw new Error('disposed of twice');
        open = false;
        alive--;
      },
    };
  };
  const session: Session = {
    async run({ w, x: factor }) {
      const product = (await w.read())[0] * (await factor.read())[0];
      return {
        'w.next': tensor(Float32Array.of(product)),
        double: tensor(Float32Array.of(2 * product)),
        wide: tensor(Float32Array.of(Number.NaN, product)),
      };
    },
    upload: (_, data) => tensor(data),
    dispose: vi.fn(),
  };
  return { session, alive: () => alive, most: () => most };
}
const of = (value: number) => ({ shape: [1], data: Float32Array.of(value) });
const growth = (...factors: number[]): Steps => ({
  state: { w: of(1) },
  carried: [{ from: 'w', to: 'w.next' }],
  batches: factors.map((one) => ({ x: of(one) })),
  keep: ['double'],
});

describe('a course that diverges', () => {
  it.each([
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NaN, Number.NaN],
  ])('ends at the first kept number that is %f, with the state before it', async (factor, value) => {
    const { session, alive } = countingSession();
    const result = await runSteps(session, growth(3, 5, factor, 7));
    expect(result.diverged).toEqual({ step: 2, output: 'double', value });
    expect(result.kept.map((one) => one.double[0])).toEqual([6, 30, value]);
    expect(result.state.w).toEqual(Float32Array.of(15));
    expect(alive()).toBe(0);
  });
  it('is judged by scalars only', async () => {
    const { session } = countingSession();
    const result = await runSteps(session, { ...growth(3), keep: ['wide'] });
    expect(result.diverged).toBeNull();
  });
});

describe('memory', () => {
  it('is given back after each step, however many there are', async () => {
    const few = countingSession();
    await runSteps(few.session, growth(2, 2));
    const many = countingSession();
    await runSteps(many.session, growth(...new Array(20).fill(1)));
    expect(few.alive()).toBe(0);
    expect(many.alive()).toBe(0);
    expect(many.most()).toBe(few.most());
  });
  it('is given back when a run fails and when it is called off', async () => {
    const { session, alive } = countingSession();
    await expect(runSteps(session, { ...growth(2), keep: ['none'] })).rejects.toThrow('none');
    expect(alive()).toBe(0);
    let turns = 0;
    const between = async () => {
      if (++turns === 3) throw new Error('called off');
    };
    await expect(runSteps(session, growth(2, 2, 2, 2), between)).rejects.toThrow('called off');
    expect(turns).toBe(3);
    expect(alive()).toBe(0);
  });
});
