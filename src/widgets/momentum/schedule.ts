/** The learning rate and the momentum that each racer is fed at each step. */

import { constant, type Schedule, stagedMomentum, stages } from '../../trainer/schedules/index.ts';
import { bestTuning, type Tuning } from './closed-form.ts';
import { programOf, type RacerName } from './programs.ts';
import type { Settings } from './state.ts';

/** From these steps on the scheduled racer's momentum is 0.9, then 0.99, and the learning rate a tenth. */
export const stageStarts = { second: 21, third: 61 };
export const dropAt = 31;

export interface Schedules {
  readonly learningRate: Schedule;
  readonly momentum: Schedule;
}

/** The settings a racer starts with: the shared ones, or those that are best for it by closed form. */
export function tuningOf(racer: RacerName, settings: Settings): Tuning {
  const { learningRate, momentum, condition } = settings;
  if (!settings.tuned) return { learningRate, momentum: racer === 'plain' ? 0 : momentum };
  // A rising momentum has no closed form: it gets the rate of plain descent, which is stable at any momentum.
  return bestTuning(racer === 'scheduled' ? 'plain' : racer, condition);
}

export function schedulesOf(racer: RacerName, settings: Settings): Schedules {
  const { learningRate, momentum } = tuningOf(racer, settings);
  return {
    learningRate: settings.drop
      ? stages([1, learningRate], [dropAt, learningRate / 10])
      : constant(learningRate),
    momentum: racer === 'scheduled' ? stagedMomentum(stageStarts) : constant(momentum),
  };
}

/** What the step graph is fed at step t, from 1: Nesterov's in the inner form takes the next momentum. */
export function scalarsAt(racer: RacerName, settings: Settings, step: number) {
  const { learningRate, momentum } = schedulesOf(racer, settings);
  const isAhead = programOf(racer, settings.convention) === 'nesterov';
  return { learningRate: learningRate(step), momentum: momentum(isAhead ? step + 1 : step) };
}
