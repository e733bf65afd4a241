/** One layer of a greedy stack: the training loop over examples without labels. */

import type { Session } from '../../graph/session.ts';
import { sizeOf } from '../../graph/shape.ts';
import type { Graph, StepGraph } from '../../graph/value.ts';
import type { Random } from '../initializers/random.ts';
import { learningRateName } from '../step.ts';
import { type Batch, train } from '../train.ts';

export interface PretrainedLayer {
  readonly visible: number;
  readonly hidden: number;
  /** Shape [visible, hidden]. */
  readonly weights: Float32Array;
  readonly visibleBias: Float32Array;
  readonly hiddenBias: Float32Array;
  /** Mean loss of each epoch: how badly the layer gives back what it is given. */
  readonly losses: readonly number[];
}

export interface Pretraining {
  /** How one layer learns: `contrastiveDivergence` or `autoencoderStep`, for a batch size. */
  readonly step: (visible: number, hidden: number, settings: { readonly batchSize: number }) => StepGraph;
  /** Turns a graph into something that runs. */
  readonly open: (graph: Graph) => Promise<Session>;
  /** At most the number of examples; those left over in an epoch wait for the next. */
  readonly batchSize: number;
  readonly epochs: number;
  readonly learningRate: number;
  /** Of initial weights, order of examples and what a step draws. */
  readonly random: Random;
}

/**
 * Trains one layer on its own, from weights of standard deviation 0.1 and biases of zero.
 * @param x examples, one after another, `visible` numbers each
 */
export async function learnLayer(
  x: Float32Array,
  visible: number,
  hidden: number,
  { step: stepOf, open, batchSize, epochs, learningRate, random }: Pretraining,
): Promise<PretrainedLayer> {
  const step = stepOf(visible, hidden, { batchSize });
  const count = x.length / visible;
  const perEpoch = Math.floor(count / batchSize);
  const carried = step.carried.map(({ from }) => from.name);
  const drawn = step.inputs.filter(({ name }) => !['x', learningRateName, ...carried].includes(name));

  function* batches(): Generator<Batch> {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = random.permutation(count);
      for (let b = 0; b < perEpoch; b++) {
        const batch: Record<string, Float32Array> = { x: new Float32Array(batchSize * visible) };
        order.subarray(b * batchSize, (b + 1) * batchSize).forEach((row, i) => {
          batch.x.set(x.subarray(row * visible, (row + 1) * visible), i * visible);
        });
        for (const { name, shape } of drawn)
          batch[name] = Float32Array.from({ length: sizeOf(shape) }, random.uniform);
        yield batch;
      }
    }
  }

  const losses = new Array<number>(epochs).fill(0);
  const learnt: Record<string, Float32Array> = {
    weights: Float32Array.from({ length: visible * hidden }, () => 0.1 * random.normal()),
    visibleBias: new Float32Array(visible),
    hiddenBias: new Float32Array(hidden),
  };
  const session = await open(step);
  try {
    const run = { batches: batches(), initial: learnt, learningRate };
    for await (const { step: done, loss, state } of train(session, step, run)) {
      losses[Math.floor((done - 1) / perEpoch)] += (await loss.read())[0] / perEpoch;
      if (done === epochs * perEpoch)
        for (const name of Object.keys(learnt)) learnt[name] = (await state[name].read()).slice();
    }
  } finally {
    session.dispose();
  }
  const { weights, visibleBias, hiddenBias } = learnt;
  return { visible, hidden, weights, visibleBias, hiddenBias, losses };
}
