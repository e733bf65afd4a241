/** The recurrent network of this figure: its training steps under three ways to deal with large gradients. */

import { gradients } from '../../graph/autodiff.ts';
import { add, mul, reduceSum, sqrt } from '../../graph/ops/index.ts';
import type { StepGraph, Value } from '../../graph/value.ts';
import { recallNetwork, recallRun } from '../../recipes/recall-network.ts';
import { clipByGlobalNorm, optimizers } from '../../trainer/optimizers/index.ts';
import { trainingStep } from '../../trainer/step.ts';

export const remedies = ['none', 'clipping', 'rmsprop'] as const;
export type Remedy = (typeof remedies)[number];

/** One training step, with the norm of the whole gradient, as backpropagation gave it, as a further output. */
export function recurrentStep(remedy: Remedy, limit = 1): StepGraph {
  const { batch, parameters, measures } = recallNetwork(recallRun.batchSize);
  const whole = gradients(measures.loss, parameters);
  const optimizer = {
    none: () => optimizers.sgd(),
    clipping: () => clipByGlobalNorm(optimizers.sgd(), { limit, gradients: whole }),
    rmsprop: () => optimizers.rmsprop({ decay: 0.9 }),
  }[remedy]();
  const step = trainingStep({
    name: `recall-${remedy}-${limit}`,
    batch,
    parameters,
    loss: measures.loss,
    optimizer,
  });
  const squares = whole.map((gradient): Value => reduceSum(mul(gradient, gradient)));
  return {
    ...step,
    outputs: { ...step.outputs, gradientNorm: sqrt(squares.reduce(add)), accuracy: measures.accuracy },
  };
}
