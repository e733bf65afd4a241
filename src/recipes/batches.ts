/** The ways of cutting one epoch of training examples into batches. */

import { type Examples, slice } from '../datasets/dataset.ts';
import type { Random } from '../trainer/initializers/random.ts';
import type { Batch } from '../trainer/train.ts';
import type { Recipe } from './recipe.ts';

/** In the order of the data set; examples beyond the last whole batch are left out. */
export const inOrder: Recipe['epoch'] = function* (training, batchSize) {
  for (let from = 0; from + batchSize <= training.count; from += batchSize) {
    const { x, target } = slice(training, from, from + batchSize);
    yield { x, target };
  }
};

/** In a new random order each epoch; examples beyond the last whole batch sit this epoch out. */
export const shuffled: Recipe['epoch'] = function* (training, batchSize, random) {
  const order = random.permutation(training.count);
  for (let from = 0; from + batchSize <= training.count; from += batchSize)
    yield gather(training, order.subarray(from, from + batchSize));
};

/**
 * Batches that are changed before the network sees them: pictures moved, masks drawn.
 * @param change gets each batch and the generator that also drew the batches
 */
export const changed = (
  epoch: Recipe['epoch'],
  change: (batch: Batch, random: Random) => Batch,
): Recipe['epoch'] =>
  function* (training, batchSize, random) {
    for (const batch of epoch(training, batchSize, random)) yield change(batch, random);
  };

function gather({ count, x, target }: Examples, chosen: Uint32Array) {
  const [perX, perTarget] = [x.length / count, target.length / count];
  const batch = {
    x: new Float32Array(perX * chosen.length),
    target: new Float32Array(perTarget * chosen.length),
  };
  chosen.forEach((example, i) => {
    batch.x.set(x.subarray(example * perX, (example + 1) * perX), i * perX);
    batch.target.set(target.subarray(example * perTarget, (example + 1) * perTarget), i * perTarget);
  });
  return batch;
}

/**
 * About `perDoubling` steps for each doubling of the step number up to `last`: training changes much at
 * first and little later. Made of powers of two, not of logarithms, which engines may round differently.
 */
export function logSpaced(last: number, perDoubling: number): Set<number> {
  const steps = new Set<number>();
  for (let power = 1; power <= last; power *= 2)
    for (let i = 0; i < perDoubling; i++) {
      const step = Math.floor(power * (1 + i / perDoubling));
      if (step <= last) steps.add(step);
    }
  return steps.add(last);
}
