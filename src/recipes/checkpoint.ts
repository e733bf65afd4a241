/** A training run between two epochs, whole: going on from it ends where an uninterrupted run ends. */

import type { Examples } from '../datasets/dataset.ts';
import { type DeviceTensor, hostTensor } from '../graph/session.ts';
import { sizeOf } from '../graph/shape.ts';
import type { StepGraph } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Numbers, Open, Recipe } from './recipe.ts';
import { stepGraph } from './step-graph.ts';

/** Numbers of everything a step carries, by input name: parameters and the optimizer's memory. */
export type State = Numbers;

export interface Checkpoint {
  /** Epochs done. */
  readonly epoch: number;
  /** Steps done. */
  readonly step: number;
  /** Mistakes so far, under a rule. */
  readonly mistakes: number;
  /** Whether that was the last epoch. */
  readonly over: boolean;
  readonly state: State;
  readonly history: TrainingHistory;
}

/**
 * The numbers a recipe starts from, learnt beforehand if it says so.
 * @param training of the run
 */
export async function initialState(recipe: Recipe, training: Examples, open: Open): Promise<State> {
  const given = {
    ...recipe.initial(random(recipe.seed)),
    ...(await recipe.pretrain?.(training, open, random(recipe.seed))),
  };
  return Object.fromEntries(
    stepGraph(recipe).carried.map(({ from }) => [
      from.name,
      given[from.name] ?? new Float32Array(sizeOf(from.shape)),
    ]),
  );
}

/** The state as what a session takes. */
export const hosted = (graph: StepGraph, state: State): Readonly<Record<string, DeviceTensor>> =>
  Object.fromEntries(graph.carried.map(({ from }) => [from.name, hostTensor(from.shape, state[from.name])]));

/** A copy of the numbers, which outlives the tensors. */
export async function numbersOf(tensors: Readonly<Record<string, DeviceTensor>>): Promise<State> {
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(tensors))
    numbers[name] = Float32Array.from(await tensor.read());
  return numbers;
}
