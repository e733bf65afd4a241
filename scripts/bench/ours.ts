/** How many examples a second onnxruntime gets through with our graphs. */

import type { DeviceTensor, Session } from '../../src/graph/session.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import type { StepGraph } from '../../src/graph/value.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { createSession } from '../../src/runtime/node.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { type Mode, timed } from './networks.ts';

/** Runs for about so many seconds and gives the examples a second. */
export type Measure = (seconds: number) => Promise<number>;

export async function ours(name: string, mode: Mode, batchSize: number, threads: number): Promise<Measure> {
  const { graph, parameters } = timed(name, mode, batchSize);
  const numbers = random(1);
  const isParameter = new Set(parameters.map((one) => one.name));
  const start: Record<string, Float32Array> = {};
  for (const one of graph.inputs)
    start[one.name] = Float32Array.from({ length: sizeOf(one.shape) }, () =>
      isParameter.has(one.name) ? 0.1 * (numbers.uniform() - 0.5) : numbers.uniform(),
    );
  start.learningRate = Float32Array.of(0.01);
  start.target?.forEach((_, i, target) => {
    target[i] = i % 10 === Math.floor(i / 10) % 10 ? 1 : 0;
  });
  // A trained model has its parameters frozen; a training step takes them in and gives them back.
  const frozen = mode === 'forward' ? Object.fromEntries(parameters.map((p) => [p.name, start[p.name]])) : {};
  const session = await createSession(encodeModel(graph, { initializers: frozen }), threads);
  const fed = graph.inputs.filter((one) => !(one.name in frozen));
  const feeds = Object.fromEntries(fed.map((one) => [one.name, session.upload(one.shape, start[one.name])]));
  const carried = 'carried' in graph ? (graph as StepGraph).carried : [];
  return async (seconds) => {
    const begin = performance.now();
    let steps = 0;
    while (performance.now() - begin < seconds * 1000) {
      await once(session, feeds, carried);
      steps++;
    }
    return (steps * batchSize * 1000) / (performance.now() - begin);
  };
}

async function once(
  session: Session,
  feeds: Record<string, DeviceTensor>,
  carried: StepGraph['carried'],
): Promise<void> {
  const outputs = await session.run(feeds);
  for (const { from, to } of carried) {
    feeds[from.name].dispose();
    feeds[from.name] = outputs[to];
  }
}
