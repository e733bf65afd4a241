import {
  add,
  equal,
  greater,
  matmul,
  maxPool,
  mul,
  reduceMax,
  reduceSum,
  reshape,
  sqrt,
  sub,
  transpose,
  where,
} from '../../graph/ops/index.ts';
import { graph, input, type StepGraph } from '../../graph/value.ts';
import { learningRateName, nextOf } from '../step.ts';
import { shuntingInhibition } from './shunting-inhibition.ts';

/**
 * One pattern's lesson for a layer of the cognitron's kind: a row of cells, each with weights of its own.
 *
 * If uⱼ is the largest of its neighbourhood and above 0:  aᵢⱼ ← aᵢⱼ + q xᵢ / n,  bⱼ ← bⱼ + q/2 · v
 *        [fukushima-1975]
 *
 * A synapse is strengthened only if its own input is active and its cell is the strongest responder among
 * its neighbours; distant cells can learn from the same pattern. How strongly cells answer, and the amounts,
 * are those of the S-cells of 1980, v = √(Σ xᵢ² / n) for n inputs [fukushima-1980].
 *
 * Inputs: `x` [1, inputs], numbers ≥ 0; scalar `learningRate`, which is q; `excitatory` [inputs, cells], to
 * start small, positive and unequal; `inhibitory` [1, cells], to start at zero.
 * Outputs: `loss`, 1 less the strongest answer; `answers` and `winners` (1 or 0) [1, cells];
 * `excitatory.next`, `inhibitory.next`.
 *
 * @param radius      how many cells to either side are neighbours
 * @param selectivity r > 0, see `shuntingInhibition`
 */
export function cognitronStep(
  inputs: number,
  cells: number,
  { radius, selectivity }: { readonly radius: number; readonly selectivity: number },
): StepGraph {
  const x = input('x', [1, inputs]);
  const rate = input(learningRateName, []);
  const excitatory = input('excitatory', [inputs, cells]);
  const inhibitory = input('inhibitory', [1, cells]);
  const intensity = sqrt(mul(1 / inputs, reduceSum(mul(x, x), [1])));
  const answers = shuntingInhibition(matmul(x, excitatory), mul(inhibitory, intensity), selectivity);

  const row = reshape(answers, [1, 1, 1, cells]);
  const window = { kernel: [1, 2 * radius + 1], strides: [1, 1], pads: [0, radius, 0, radius] };
  const strongest = reshape(maxPool(row, window), [1, cells]);
  const winners = mul(where(equal(answers, strongest), 1, 0), where(greater(answers, 0), 1, 0));

  const outputs = {
    loss: sub(1, reshape(reduceMax(answers, [0, 1]), [])),
    answers,
    winners,
    [nextOf(excitatory)]: add(excitatory, mul(mul(rate, 1 / inputs), matmul(transpose(x), winners))),
    [nextOf(inhibitory)]: add(inhibitory, mul(mul(rate, 0.5), mul(winners, intensity))),
  };
  return {
    ...graph('cognitron', outputs, [x, rate, excitatory, inhibitory]),
    carried: [excitatory, inhibitory].map((from) => ({ from, to: nextOf(from) })),
  };
}
