/** The menu of optimizers, by the name that cards and scripts use, and what can be wrapped around them. */
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';
import { momentum, sutskeverMomentum } from './momentum.ts';
import { nesterov, pytorchNesterov } from './nesterov.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export const optimizers = {
  sgd,
  momentum,
  sutskeverMomentum,
  nesterov,
  pytorchNesterov,
  rmsprop,
  adagrad,
  adam,
  adamw,
};
export type OptimizerName = keyof typeof optimizers;
export { clipByGlobalNorm, clipByNorm, clipByValue } from './gradient-clipping.ts';
export type { Optimizer } from './optimizer.ts';
export { proximalL1, softThreshold } from './proximal-l1.ts';
export { coupledWeightDecay, decoupledWeightDecay } from './weight-decay.ts';
