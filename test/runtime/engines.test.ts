/** Both engines of the training script against the definitions, over the same bytes. */

import { describe, expect, it } from 'vitest';
import { gradients } from '../../src/graph/autodiff.ts';
import { evaluate } from '../../src/graph/evaluate.ts';
import { referenceSession, type Session } from '../../src/graph/session.ts';
import { graph } from '../../src/graph/value.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { createSession as createNodeSession } from '../../src/runtime/node.ts';
import { createSession as createWasmSession } from '../../src/runtime/wasm.ts';
import { sgd } from '../../src/trainer/optimizers/sgd.ts';
import { trainingStep } from '../../src/trainer/step.ts';
import { train } from '../../src/trainer/train.ts';
import { batch, initial, logits, loss, parameters, targets, x } from '../support/classifier.ts';
import '../support/close-to.ts';

const step = trainingStep({ name: 'step', batch: [x, targets], parameters, loss, optimizer: sgd() });

/** The loss before each of five steps, and the parameters after the last. */
async function fiveSteps(session: Session): Promise<{ losses: number[]; weights: number[] }> {
  const losses: number[] = [];
  let weights: number[] = [];
  const batches = new Array<typeof batch>(5).fill(batch);
  for await (const now of train(session, step, { batches, initial, learningRate: 0.5 })) {
    losses.push((await now.loss.read())[0]);
    if (now.step === 5)
      weights = (await Promise.all(Object.values(now.state).map((one) => one.read()))).flatMap((one) => [
        ...one,
      ]);
  }
  session.dispose();
  return { losses, weights };
}

describe.each([
  { engine: 'onnxruntime-node', createSession: createNodeSession },
  { engine: "onnxruntime-web's WASM build", createSession: createWasmSession },
])('$engine', ({ createSession }) => {
  it('computes the gradients of a classifier as its definitions do', async () => {
    const outputs = Object.fromEntries(gradients(loss, parameters).map((slope, i) => [`d${i}`, slope]));
    const whole = graph('gradients', { ...outputs, loss, logits }, [x, targets, ...parameters]);
    const feeds = { ...batch, ...initial };
    const expected = evaluate(whole, feeds);
    const session = await createSession(encodeModel(whole));
    const found = await session.run(
      Object.fromEntries(
        whole.inputs.map((one) => [
          one.name,
          session.upload(one.shape, feeds[one.name as keyof typeof feeds]),
        ]),
      ),
    );
    for (const [name, tensor] of Object.entries(expected)) {
      expect(found[name].shape).toEqual(tensor.shape);
      expect(await found[name].read()).toBeCloseToTensor(tensor.data, 2e-6);
    }
    session.dispose();
  });

  it('makes five steps of descent as the definitions do, and the loss falls at each', async () => {
    const expected = await fiveSteps(referenceSession(step));
    const found = await fiveSteps(await createSession(encodeModel(step)));
    expect(found.losses).toBeCloseToTensor(expected.losses, 1e-5);
    expect(found.weights).toBeCloseToTensor(expected.weights, 1e-5);
    for (let i = 1; i < 5; i++) expect(found.losses[i]).toBeLessThan(found.losses[i - 1]);
  });

  it('repeats a training run bit for bit', async () => {
    const model = encodeModel(step);
    const first = await fiveSteps(await createSession(model));
    expect(await fiveSteps(await createSession(model))).toEqual(first);
  });

  it('answers many runs asked for at once, each with its own feeds', async () => {
    const session = await createSession(encodeModel(graph('loss', { loss }, [x, targets, ...parameters])));
    const fed = parameters.map((one) => [one.name, session.upload(one.shape, initial[one.name])]);
    const rows = Array.from({ length: 8 }, (_, i) => batch.x.map((one) => one * i));
    const outputs = await Promise.all(
      rows.map((row) =>
        session.run({
          ...Object.fromEntries(fed),
          x: session.upload(x.shape, row),
          targets: session.upload(targets.shape, batch.targets),
        }),
      ),
    );
    for (const [i, row] of rows.entries()) {
      const expected = evaluate(graph('loss', { loss }, [x, targets, ...parameters]), {
        ...batch,
        ...initial,
        x: row,
      });
      expect(await outputs[i].loss.read()).toBeCloseToTensor(expected.loss.data, 1e-5);
    }
    session.dispose();
  });

  it('says which input is missing', async () => {
    const session = await createSession(encodeModel(step));
    const run = session.run({ x: session.upload(x.shape, batch.x) });
    await expect(run).rejects.toThrow(new Error('session: the input "targets" is missing'));
    session.dispose();
  });

  it('takes tensors that another session made', async () => {
    const [first, second] = await Promise.all([createSession(encodeModel(step)), referenceSession(step)]);
    const feeds = Object.fromEntries(
      step.inputs.map((one) => {
        const data = { ...batch, ...initial, learningRate: Float32Array.of(0.5) }[one.name] as Float32Array;
        return [one.name, second.upload(one.shape, data)];
      }),
    );
    const [found, expected] = await Promise.all([first.run(feeds), second.run(feeds)]);
    expect(await found.loss.read()).toBeCloseToTensor(await expected.loss.read());
    first.dispose();
  });

  it('refuses bytes that are no model', async () => {
    await expect(createSession(new TextEncoder().encode('<!doctype html>'))).rejects.toThrow();
  });
});
