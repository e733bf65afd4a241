/** The training steps of this figure, built by the trainer: descent under a penalty, and decay in three optimizers. */

import { mul, reduceSum } from '../../graph/ops/index.ts';
import { type Graph, input, type StepGraph } from '../../graph/value.ts';
import {
  coupledWeightDecay,
  decoupledWeightDecay,
  optimizers,
  proximalL1,
} from '../../trainer/optimizers/index.ts';
import type { Optimizer } from '../../trainer/optimizers/optimizer.ts';
import { trainingStep } from '../../trainer/step.ts';
import { count, lossesOf } from './problems.ts';

export type PenaltyName = 'l1' | 'l2' | 'elastic';
export const penaltyNames = ['l1', 'l2', 'elastic'] as const;
/** Whether L2 is written λ/2 Σ w² or λ Σ w². */
export type Convention = 'half' | 'whole';

const built = new Map<string, Graph>();
function once<Made extends Graph>(name: string, make: () => Made): Made {
  const made = (built.get(name) as Made | undefined) ?? make();
  built.set(name, made);
  return made;
}

/**
 * One step of gradient descent on all examples under a penalty, for many strengths at once.
 *
 * Inputs besides x, target, learningRate and w [M, 2]: `l1` [M, 1] and `l2` [M, 1], the strengths of both parts, where
 * the penalty has them.
 */
export const penalisedStep = (penalty: PenaltyName, convention: Convention, copies: number): StepGraph =>
  once(`${penalty}-${convention}-${copies}`, () => {
    const { batch, w, losses } = lossesOf(copies, count);
    const [l1, l2] = [input('l1', [copies, 1]), input('l2', [copies, 1])];
    let optimizer: Optimizer = optimizers.sgd();
    if (penalty !== 'l1')
      optimizer = coupledWeightDecay(optimizer, { strength: convention === 'half' ? l2 : mul(2, l2) });
    if (penalty !== 'l2') optimizer = proximalL1(optimizer, { strength: l1 });
    return trainingStep({
      name: `two-weights-${penalty}-${convention}`,
      batch: [...batch, ...(penalty === 'l2' ? [] : [l1]), ...(penalty === 'l1' ? [] : [l2])],
      parameters: [w],
      loss: reduceSum(losses),
      optimizer,
    });
  });

export type OptimizerName = 'sgd' | 'rmsprop' | 'adam';
export const optimizerNames = ['sgd', 'rmsprop', 'adam'] as const;
/** Where the weights are made smaller: nowhere, in the gradient that the optimizer sees, or beside its step. */
export type DecayName = 'none' | 'coupled' | 'decoupled';
export const decayNames = ['none', 'coupled', 'decoupled'] as const;

/** Examples in a step of the race. */
export const batchSize = 8;

/** One step of the race. Inputs besides x, target, learningRate, w [1, 2] and memory: `strength`, unless `none`. */
export const decayStep = (optimizer: OptimizerName, decay: DecayName): StepGraph =>
  once(`${optimizer}-${decay}`, () => {
    const { batch, w, losses } = lossesOf(1, batchSize);
    const strength = input('strength', []);
    const plain = optimizers[optimizer]();
    const own = {
      none: plain,
      coupled: coupledWeightDecay(plain, { strength }),
      decoupled: decoupledWeightDecay(plain, { strength }),
    }[decay];
    return trainingStep({
      name: `two-weights-${optimizer}-${decay}`,
      batch: [...batch, ...(decay === 'none' ? [] : [strength])],
      parameters: [w],
      loss: reduceSum(losses),
      optimizer: own,
    });
  });
