import { describe, expect, it } from 'vitest';
import { mul, reduceSum, sub } from '../../src/graph/ops/index.ts';
import { referenceSession } from '../../src/graph/session.ts';
import { graph, input, type StepGraph } from '../../src/graph/value.ts';
import { type Batch, type Progress, train } from '../../src/trainer/train.ts';
import { countingSession } from '../support/counting-session.ts';
import '../support/close-to.ts';

/** w ← w − learningRate · scale · x, with the weights before the update as a further output. */
function toyStep(): StepGraph {
  const x = input('x', [2]);
  const learningRate = input('learningRate', []);
  const scale = input('scale', []);
  const w = input('w', [2]);
  const next = sub(w, mul(learningRate, mul(scale, x)));
  const outputs = { loss: reduceSum(w), before: mul(w, 1), 'w.next': next };
  return {
    ...graph('toy', outputs, [x, learningRate, scale, w]),
    carried: [{ from: w, to: 'w.next' }],
  };
}

const step = toyStep();
const batches = (count: number): Batch[] =>
  Array.from({ length: count }, (_, i) => ({ x: Float32Array.of(1, i) }));
const once = { scale: () => 1 };
const start = { w: Float32Array.of(10, 20) };

async function collect(
  run: AsyncGenerator<Progress>,
): Promise<{ step: number; loss: number; w: number[] }[]> {
  const seen = [];
  for await (const { step: count, loss, state } of run)
    seen.push({ step: count, loss: (await loss.read())[0], w: [...(await state.w.read())] });
  return seen;
}

describe('train', () => {
  it('feeds what a step carries into the next one, and reports the loss before each update', async () => {
    const session = referenceSession(step);
    const run = train(session, step, {
      batches: batches(3),
      initial: start,
      learningRate: 1,
      schedules: once,
    });
    expect(await collect(run)).toEqual([
      { step: 1, loss: 30, w: [9, 20] },
      { step: 2, loss: 29, w: [8, 19] },
      { step: 3, loss: 27, w: [7, 17] },
    ]);
  });

  it('asks schedules for their value at steps 1, 2, 3 …', async () => {
    const run = train(referenceSession(step), step, {
      batches: batches(3),
      initial: start,
      learningRate: (count) => 1 / count,
      schedules: { scale: (count) => 10 ** count },
    });
    const seen = (await collect(run)).map(({ w }) => w[0]);
    // 10 − 10, − 100/2, − 1000/3
    expect(seen).toBeCloseToTensor([0, -50, -50 - 1000 / 3], 1e-6);
  });

  it('starts what was given no initial numbers at zero', async () => {
    const run = train(referenceSession(step), step, {
      batches: batches(1),
      initial: {},
      learningRate: 1,
      schedules: once,
    });
    expect(await collect(run)).toEqual([{ step: 1, loss: 0, w: [-1, 0] }]);
  });

  it('says which input nothing feeds', async () => {
    const run = train(referenceSession(step), step, {
      batches: batches(1),
      initial: start,
      learningRate: 1,
    });
    await expect(run.next()).rejects.toThrow(new Error('train "toy": nothing feeds the input "scale"'));
  });

  it('takes batches that arrive later', async () => {
    async function* arriving() {
      yield* batches(2);
    }
    const run = train(referenceSession(step), step, {
      batches: arriving(),
      initial: start,
      learningRate: 1,
      schedules: once,
    });
    expect(await collect(run)).toHaveLength(2);
  });

  describe('leaves no tensor behind', () => {
    const options = { initial: start, learningRate: 1, schedules: once };

    it('when the batches end, and holds no more at step 50 than at step 1', async () => {
      const session = countingSession(referenceSession(step));
      const alive: number[] = [];
      for await (const { loss } of train(session, step, { batches: batches(50), ...options })) {
        await loss.read();
        alive.push(session.alive());
      }
      expect(alive[49]).toBe(alive[0]);
      expect(session.alive()).toBe(0);
    });

    it('when the caller leaves the loop', async () => {
      const session = countingSession(referenceSession(step));
      for await (const progress of train(session, step, { batches: batches(50), ...options }))
        if (progress.step === 3) break;
      expect(session.alive()).toBe(0);
    });

    it('when a run fails', async () => {
      const reference = referenceSession(step);
      const failing = { ...reference, run: () => Promise.reject(new Error('device lost')) };
      const session = countingSession(failing);
      const run = train(session, step, { batches: batches(2), ...options });
      await expect(run.next()).rejects.toThrow('device lost');
      expect(session.alive()).toBe(0);
    });

    it('when an input is fed by nothing', async () => {
      const session = countingSession(referenceSession(step));
      const run = train(session, step, { batches: batches(2), initial: start, learningRate: 1 });
      await expect(run.next()).rejects.toThrow('nothing feeds');
      expect(session.alive()).toBe(0);
    });
  });
});
