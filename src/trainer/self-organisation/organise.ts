/** How a neocognitron organises itself, stage by stage and without labels. */

import type { Session } from '../../graph/session.ts';
import { sizeOf } from '../../graph/shape.ts';
import { type Graph, graph, input } from '../../graph/value.ts';
import type { Random } from '../initializers/random.ts';
import { train } from '../train.ts';
import { competitiveLearning, type SLayerInput } from './competitive-learning.ts';
import { neocognitron, type Stage } from './neocognitron.ts';

export interface Organisation {
  /** How often every stage sees each image. */
  readonly rounds: number;
  /** q of `competitiveLearning`. */
  readonly amount: number;
  /** Of the initial weights, uniform in 0.01 … 0.02. */
  readonly random: Random;
  /** Turns a graph into something that runs. */
  readonly open: (graph: Graph) => Promise<Session>;
}

/**
 * From the first stage to the last, each looks at the images through the stages before it, which no longer
 * change, and learns by competition. [fukushima-1980]
 *
 * @param images numbers ≥ 0, each of shape [channels, height, width]
 * @returns the numbers of the network's parameters, by name
 */
export async function organise(
  images: readonly Float32Array[],
  shape: SLayerInput,
  stages: readonly Stage[],
  { rounds, amount, random, open }: Organisation,
): Promise<Record<string, Float32Array>> {
  const learnt: Record<string, Float32Array> = {};
  for (let s = 1; s <= stages.length; s++) {
    const { seen, shape: seenShape } = await through(stages.slice(0, s - 1), images, shape, learnt, open);
    const step = competitiveLearning(seenShape, stages[s - 1].features);
    const length = sizeOf(step.carried[0].from.shape);
    const excitatory = Float32Array.from({ length }, () => 0.01 + 0.01 * random.uniform());
    const batches = Array.from({ length: rounds }, () => seen.map((x) => ({ x }))).flat();
    const run = { batches, initial: { excitatory }, learningRate: amount };
    const session = await open(step);
    for await (const { step: done, state } of train(session, step, run))
      if (done === batches.length)
        for (const [name, tensor] of Object.entries(state))
          learnt[`stage${s}.${name}`] = (await tensor.read()).slice();
    session.dispose();
  }
  return learnt;
}

/** What each image looks like behind these stages. */
async function through(
  stages: readonly Stage[],
  images: readonly Float32Array[],
  shape: SLayerInput,
  learnt: Readonly<Record<string, Float32Array>>,
  open: Organisation['open'],
): Promise<{ seen: readonly Float32Array[]; shape: SLayerInput }> {
  if (stages.length === 0) return { seen: images, shape };
  const x = input('x', [1, ...shape]);
  const { answers, parameters } = neocognitron(x, stages);
  const session = await open(graph('stages', { answers }, [x, ...parameters]));
  const seen: Float32Array[] = [];
  for (const image of images) {
    const numbers: Record<string, Float32Array> = { ...learnt, x: image };
    const fed = Object.fromEntries(
      [x, ...parameters].map((one) => [one.name, session.upload(one.shape, numbers[one.name])]),
    );
    const { answers: found } = await session.run(fed);
    seen.push((await found.read()).slice());
    for (const tensor of [found, ...Object.values(fed)]) tensor.dispose();
  }
  session.dispose();
  const [, channels, height, width] = answers.shape;
  return { seen, shape: [channels, height, width] };
}
