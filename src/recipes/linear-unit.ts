/** One threshold unit in the plane and the points it learns from: shared by `perceptron` and `adaline`. */

import { slice } from '../datasets/dataset.ts';
import { separable } from '../datasets/separable.ts';
import { equal, greater, reduceMean, where } from '../graph/ops/index.ts';
import { input, type Value } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { dense } from '../trainer/layers/dense.ts';
import type { DataSource, Network } from './recipe.ts';

/** Of the points. Chosen because the perceptron then makes 20 mistakes: enough to watch, few enough to count. */
export const pointsSeed = 26;
const margin = 0.08;
const [training, heldOut] = [40, 200];

export const separablePoints: DataSource = {
  name: 'Separable points in the plane',
  licence: 'CC0-1.0',
  origin: `src/datasets/separable.ts: ${training} + ${heldOut} points at least ${margin} from a line, seed ${pointsSeed}`,
  load: () => {
    const points = separable(training + heldOut, margin, random(pointsSeed));
    return {
      training: slice(points, 0, training),
      heldOut: slice(points, training, training + heldOut),
    };
  },
};

/**
 * @param lossOf mean loss from the weighted sums and the wanted answers, both [N, 1]
 * @returns a network with outputs `sum` [N, 1] and `answer` [N, 1], −1 or +1
 */
export function linearUnit(batchSize: number, lossOf: (sum: Value, target: Value) => Value): Network {
  const x = input('x', [batchSize, 2]);
  const target = input('target', [batchSize, 1]);
  const weights = input('weights', [2, 1]);
  const bias = input('bias', [1]);
  const sum = dense(x, weights, bias);
  const answer = where(greater(sum, 0), 1, -1);
  return {
    batch: [x, target],
    parameters: [weights, bias],
    outputs: { sum, answer },
    measures: {
      loss: lossOf(sum, target),
      accuracy: reduceMean(where(equal(answer, target), 1, 0)),
    },
  };
}

export const linearUnitMeanings = {
  x: 'coordinates x₁, x₂ of each point, trained on −0.25 … 1.25',
  sum: 'weighted sum w·x + b; its sign is the answer, its size grows with the distance from the boundary',
  answer: 'side of the boundary: +1 where the sum exceeds 0, else −1',
};
