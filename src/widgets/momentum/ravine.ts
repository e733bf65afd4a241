/** The loss of this figure: the squared error of a linear unit with two weights, on eight examples. */

import { across, along, bestWeights, type Pair } from '../../datasets/ravine.ts';
import { matmul, mul, reduceMean, sub, transpose } from '../../graph/ops/index.ts';
import { type Graph, graph, input } from '../../graph/value.ts';
import { build, ravineExamples } from '../../recipes/ravine.ts';

export { bestWeights, type Pair, ravineExamples };

export const examples = 8;

/** What a training step takes, the weights `w`, and the loss they give: that of the recipe. */
export function ravineLoss() {
  const { batch, parameters, measures } = build(examples);
  return { batch, w: parameters[0], loss: measures.loss };
}

const built = new Map<number, Graph>();

/** The losses of many weights at once: `weights`, shape [M, 2], gives `loss`, shape [M]. Built once for each M. */
export function lossesGraph(count: number): Graph {
  const losses = built.get(count) ?? buildLosses(count);
  built.set(count, losses);
  return losses;
}

function buildLosses(count: number): Graph {
  const x = input('x', [examples, 2]);
  const target = input('target', [examples, 1]);
  const weights = input('weights', [count, 2]);
  const error = sub(matmul(weights, transpose(x)), transpose(target));
  const loss = mul(0.5, reduceMean(mul(error, error), [1]));
  return graph(`ravine-losses-${count}`, { loss }, [x, target, weights]);
}

/** A point's distances from the best weights, across the ravine and along its floor. */
export function components([w1, w2]: Pair): [across: number, along: number] {
  const [e1, e2] = [w1 - bestWeights[0], w2 - bestWeights[1]];
  return [e1 * across[0] + e2 * across[1], e1 * along[0] + e2 * along[1]];
}
