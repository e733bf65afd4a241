/** Which examples make up a minibatch. */

import { type Random, random } from '../../trainer/initializers/random.ts';

/** In a new order in each epoch, each example once; or each drawn afresh from all of them. */
export type Sampling = 'shuffled' | 'replacement';

/** Streams of different seeds and epochs must not meet: fewer epochs than this are ever walked. */
const mostEpochs = 100_000;

/**
 * The examples of the n-th step, n from 0.
 * @param count examples there are, a multiple of the batch size
 */
export function batchOfStep(
  step: number,
  sampling: Sampling,
  { count, batchSize, seed }: { readonly count: number; readonly batchSize: number; readonly seed: number },
): number[] {
  if (sampling === 'replacement') return drawn(random(seed * mostEpochs + step), count, batchSize);
  const perEpoch = count / batchSize;
  const epoch = Math.floor(step / perEpoch);
  const order = random(seed * mostEpochs + epoch).permutation(count);
  const from = (step % perEpoch) * batchSize;
  return [...order.subarray(from, from + batchSize)];
}

/** Many independent minibatches, as they could come next: the cloud. */
export function possibleBatches(
  many: number,
  sampling: Sampling,
  { count, batchSize, seed }: { readonly count: number; readonly batchSize: number; readonly seed: number },
): number[][] {
  const numbers = random(seed * mostEpochs + mostEpochs - 1);
  return Array.from({ length: many }, () =>
    sampling === 'replacement'
      ? drawn(numbers, count, batchSize)
      : [...numbers.permutation(count).subarray(0, batchSize)],
  );
}

const drawn = (numbers: Random, count: number, batchSize: number): number[] =>
  Array.from({ length: batchSize }, () => numbers.below(count));

/**
 * What the spread of batch gradients must be, from the spread of the gradients of single examples.
 *
 * σ/√B, and for batches without repetition √((N − B)/(N − 1)) times that: a batch of all has no spread.
 */
export const spreadOfMeans = (
  spread: number,
  sampling: Sampling,
  { count, batchSize }: { readonly count: number; readonly batchSize: number },
): number =>
  (spread / Math.sqrt(batchSize)) *
  (sampling === 'replacement' ? 1 : Math.sqrt((count - batchSize) / (count - 1)));
