import { add, conv, mul, reduceMax, reduceSum, reshape, sub, transpose } from '../../graph/ops/index.ts';
import { graph, input, type StepGraph } from '../../graph/value.ts';
import { learningRateName, nextOf } from '../step.ts';
import { representatives } from './representatives.ts';
import { localIntensity, nearness, sCells } from './s-cells.ts';

export interface SLayer {
  readonly planes: number;
  /** Side of the field that a cell sees, odd, in pixels. */
  readonly size: number;
  /** Zeros around the image, 0 unless given. */
  readonly padding?: number;
  readonly selectivity: number;
  /** Side of the square within which cells compete, in cells. */
  readonly column: number;
}

/** Shape of one image as the layer sees it. */
export type SLayerInput = readonly [channels: number, height: number, width: number];

/**
 * One image's lesson for a layer of S-cells: learning without a teacher and without a gradient, as a graph.
 *
 * a ← a + q c x,  b ← b + q/2 v, for the planes of representatives only        [fukushima-1980]
 *
 * x and v are what the representative saw. A synapse is strengthened if its cell won and its input was
 * active; none is ever weakened. Inhibition grows along with excitation, and that makes the winner pickier:
 * with a = q c p and b = q/2 |p|, for |p|² = Σ c p², its answer to x is max(0, (1+r) cos(x, p) − r) once q
 * is large.
 *
 * Excitatory weights start small, positive and unequal, inhibitory ones at zero: unlearnt cells answer
 * weakly to everything, and so win where no learnt cell answers.
 *
 * Inputs: `x` [1, channels, height, width], numbers ≥ 0; scalar `learningRate`, which is q;
 * `excitatory` [planes, channels, size, size]; `inhibitory` [planes, 1, 1].
 * Outputs: `loss`, 1 less the strongest answer: how unfamiliar the image is; `answers` and
 * `representatives` [1, planes, places down, places across]; `excitatory.next`, `inhibitory.next`.
 */
export function competitiveLearning(
  [channels, height, width]: SLayerInput,
  { planes, size, padding = 0, selectivity, column }: SLayer,
): StepGraph {
  const x = input('x', [1, channels, height, width]);
  const rate = input(learningRateName, []);
  const excitatory = input('excitatory', [planes, channels, size, size]);
  const inhibitory = input('inhibitory', [planes, 1, 1]);
  const answers = sCells(x, { excitatory, inhibitory }, { selectivity, padding });
  const chosen = representatives(answers, column);

  // Representatives as filters over the image cut out what each of them saw: [channels, planes, size, size].
  const swap = [1, 0, 2, 3];
  const pads = [padding, padding, padding, padding];
  const seen = transpose(conv(transpose(x, swap), transpose(chosen, swap), null, { pads }), swap);
  const intensity = reduceSum(mul(chosen, localIntensity(x, channels, size, padding)), [2, 3]);

  const outputs = {
    loss: sub(1, reshape(reduceMax(answers, [0, 1, 2, 3]), [])),
    answers,
    representatives: chosen,
    [nextOf(excitatory)]: add(excitatory, mul(rate, mul(nearness(channels, size), seen))),
    [nextOf(inhibitory)]: add(inhibitory, mul(mul(rate, 0.5), reshape(intensity, inhibitory.shape))),
  };
  return {
    ...graph('competitive-learning', outputs, [x, rate, excitatory, inhibitory]),
    carried: [excitatory, inhibitory].map((from) => ({ from, to: nextOf(from) })),
  };
}
