/**
 * Restricted Boltzmann machine: visible units v and hidden units h, each 0 or 1, with connections between the
 * two kinds only. States of low energy are likely ones.
 *
 * E(v, h) = −a·v − b·h − v W h,  p(v, h) ∝ exp(−E(v, h))        [hinton-2002, hinton-2010-guide]
 */

import {
  add,
  less,
  matmul,
  neg,
  reduceSum,
  reshape,
  sigmoid,
  softplus,
  transpose,
  where,
} from '../../graph/ops/index.ts';
import { type Input, input, type Value } from '../../graph/value.ts';
import { dense } from '../layers/dense.ts';

export interface BoltzmannMachine {
  /** W, shape [visible, hidden]. */
  readonly weights: Input;
  /** a, shape [visible]. */
  readonly visibleBias: Input;
  /** b, shape [hidden]. */
  readonly hiddenBias: Input;
}

/** The parameters of a machine, as inputs with these three names. */
export const boltzmannMachine = (visible: number, hidden: number): BoltzmannMachine => ({
  weights: input('weights', [visible, hidden]),
  visibleBias: input('visibleBias', [visible]),
  hiddenBias: input('hiddenBias', [hidden]),
});

/**
 * p(hⱼ = 1 | v) = σ(bⱼ + Σᵢ vᵢ wᵢⱼ): a layer of sigmoid units, which is why machines can start a network.
 * @param v shape [N, visible] @returns shape [N, hidden]
 */
export const hiddenProbabilities = (v: Value, { weights, hiddenBias }: BoltzmannMachine): Value =>
  sigmoid(dense(v, weights, hiddenBias));

/** p(vᵢ = 1 | h) = σ(aᵢ + Σⱼ wᵢⱼ hⱼ). @param h shape [N, hidden] @returns shape [N, visible] */
export const visibleProbabilities = (h: Value, { weights, visibleBias }: BoltzmannMachine): Value =>
  sigmoid(dense(h, transpose(weights), visibleBias));

/**
 * 1 with the given probability, else 0. No gradient flows through it.
 * @param uniforms of the same shape, in [0, 1): drawn by the caller, so that every engine gets the same states
 */
export const sample = (probabilities: Value, uniforms: Value): Value =>
  where(less(uniforms, probabilities), 1, 0);

/**
 * F(v) = −a·v − Σⱼ log(1 + exp(bⱼ + Σᵢ vᵢ wᵢⱼ)): the hidden units summed out, p(v) ∝ exp(−F(v)).
 * @param v shape [N, visible] @returns shape [N, 1]
 */
export function freeEnergy(v: Value, { weights, visibleBias, hiddenBias }: BoltzmannMachine): Value {
  const byVisible = matmul(v, reshape(visibleBias, [visibleBias.shape[0], 1]));
  const byHidden = reduceSum(softplus(dense(v, weights, hiddenBias)), [1]);
  return neg(add(byVisible, byHidden));
}
