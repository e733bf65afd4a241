/** The menu of optimizers, by the name that cards and scripts use. */
import { sgd } from './sgd.ts';

export const optimizers = { sgd };
export type OptimizerName = keyof typeof optimizers;
export type { Optimizer } from './optimizer.ts';
