/** How a neocognitron organises itself, stage by stage and without labels. */

import type { Session } from '../../graph/session.ts';
import { sizeOf } from '../../graph/shape.ts';
import { type Graph, graph, type Input, input } from '../../graph/value.ts';
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
  /** Told after every round, and before the first, what all stages have learnt so far. */
  readonly onRound?: (learnt: Readonly<Record<string, Float32Array>>) => void | Promise<void>;
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
  { rounds, amount, random, open, onRound = () => {} }: Organisation,
): Promise<Record<string, Float32Array>> {
  const { parameters } = neocognitron(input('x', [1, ...shape]), stages);
  const learnt = Object.fromEntries(parameters.map((one) => [one.name, unlearnt(one, random)]));
  await onRound({ ...learnt });
  for (let s = 1; s <= stages.length; s++) {
    const { seen, shape: seenShape } = await through(stages.slice(0, s - 1), images, shape, learnt, open);
    const step = competitiveLearning(seenShape, stages[s - 1].features);
    const batches = Array.from({ length: rounds }, () => seen.map((x) => ({ x }))).flat();
    const { [`stage${s}.excitatory`]: excitatory } = learnt;
    const session = await open(step);
    for await (const { step: done, state } of train(session, step, {
      batches,
      initial: { excitatory },
      learningRate: amount,
    })) {
      if (done % images.length > 0) continue;
      for (const [name, tensor] of Object.entries(state))
        learnt[`stage${s}.${name}`] = (await tensor.read()).slice();
      await onRound({ ...learnt });
    }
    session.dispose();
  }
  return learnt;
}

/** Small, positive and unequal for excitation, zero for inhibition. */
const unlearnt = ({ name, shape }: Input, { uniform }: Random): Float32Array =>
  Float32Array.from({ length: sizeOf(shape) }, () =>
    name.endsWith('.excitatory') ? 0.01 + 0.01 * uniform() : 0,
  );

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
