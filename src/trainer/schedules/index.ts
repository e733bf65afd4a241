/** Schedules for the learning rate, the momentum, or whatever else a step takes as a scalar. */
export { constant } from './constant.ts';
export { cosineDecay } from './cosine-decay.ts';
export { exponentialDecay } from './exponential-decay.ts';
export type { Schedule } from './schedule.ts';
export { stagedMomentum, stages } from './stages.ts';
export { stepDecay } from './step-decay.ts';
export { sutskeverMomentumSchedule } from './sutskever-momentum.ts';
export { warmUp } from './warm-up.ts';
