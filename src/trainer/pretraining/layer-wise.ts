/** Greedy layer-wise pretraining: a deep network's layers, learnt one at a time and without labels. */

import { graph, input } from '../../graph/value.ts';
import { boltzmannMachine, hiddenProbabilities } from './boltzmann-machine.ts';
import { learnLayer, type PretrainedLayer, type Pretraining } from './learn-layer.ts';

/**
 * Each layer learns to give back the hidden layer before it, which no longer changes. [hinton-2006-dbn,
 * bengio-2007]
 *
 * Then a network of sigmoid units can start from `weights` and `hiddenBias` of each, and be trained as a
 * whole with labels.
 *
 * @param x     examples, one after another, each number 0 … 1
 * @param sizes of the layers, from the inputs up; one layer is learnt between each two
 * @returns the layers, from the inputs up
 * @throws RangeError if the examples do not fit the first size or do not fill a batch
 */
export async function pretrain(
  x: Float32Array,
  sizes: readonly number[],
  pretraining: Pretraining,
): Promise<PretrainedLayer[]> {
  const count = x.length / sizes[0];
  if (!Number.isInteger(count) || count < pretraining.batchSize)
    throw new RangeError(
      `pretrain: ${x.length} numbers make no batch of ${pretraining.batchSize} examples of ${sizes[0]} numbers`,
    );
  const layers: PretrainedLayer[] = [];
  let seen = x;
  for (let i = 1; i < sizes.length; i++) {
    const layer = await learnLayer(seen, sizes[i - 1], sizes[i], pretraining);
    layers.push(layer);
    seen = await hiddenOf(seen, layer, pretraining.open);
  }
  return layers;
}

/** What the layer makes of every example: probabilities, not drawn states. */
async function hiddenOf(
  x: Float32Array,
  { visible, hidden, weights, hiddenBias }: PretrainedLayer,
  open: Pretraining['open'],
): Promise<Float32Array> {
  const examples = input('x', [x.length / visible, visible]);
  const session = await open(
    graph('hidden', { hidden: hiddenProbabilities(examples, boltzmannMachine(visible, hidden)) }),
  );
  const fed = {
    x: session.upload(examples.shape, x),
    weights: session.upload([visible, hidden], weights),
    hiddenBias: session.upload([hidden], hiddenBias),
  };
  try {
    const result = (await session.run(fed)).hidden;
    const numbers = (await result.read()).slice();
    result.dispose();
    return numbers;
  } finally {
    for (const tensor of Object.values(fed)) tensor.dispose();
    session.dispose();
  }
}
