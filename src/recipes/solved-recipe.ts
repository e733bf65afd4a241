/** Models that are not found by one step repeated: solved for, or organised stage by stage. */

import type { Dataset, Examples } from '../datasets/dataset.ts';
import { hostTensor } from '../graph/session.ts';
import type { StepGraph } from '../graph/value.ts';
import { type Measures, openMeter, type Tensors } from './measure.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Described, Network, Numbers, Open, Recipe } from './recipe.ts';
import { named } from './run.ts';

export interface SolvedRecipe extends Described {
  /**
   * Decides by the training examples alone; the held-out ones may be measured for the history.
   * @throws Error if there is no solution
   */
  readonly solve: (data: Dataset, open: Open) => Solution | Promise<Solution>;
}

/** A model whose graph the data have decided: how many units it has, or which examples it rests on. */
export interface Solution {
  readonly build: (batchSize: number) => Network;
  readonly parameters: Numbers;
  /** Layers in order, one line each. */
  readonly architecture: readonly string[];
  /** The way there, in steps of the method's own. */
  readonly history: TrainingHistory;
  /** What the card states besides the network's measures. */
  readonly metrics?: Readonly<Record<string, number>>;
  /** Graphs by which it was found, if any, by the name of their file. */
  readonly steps?: Readonly<Record<string, StepGraph>>;
}

export type AnyRecipe = Recipe | SolvedRecipe;

export const isSolved = (recipe: AnyRecipe): recipe is SolvedRecipe => 'solve' in recipe;

/** A solution and its measures on the whole sets, by the names cards use. */
export interface SolvedModel extends Solution {
  readonly metrics: Readonly<Record<string, number>>;
}

/** @throws Error if the loss of the solution is not a finite number */
export async function solveRecipe(recipe: SolvedRecipe, data: Dataset, open: Open): Promise<SolvedModel> {
  const { training, heldOut } = data;
  const solution = await recipe.solve(data, open);
  const metrics = named('training', await measured(recipe.id, solution, training, open));
  if (heldOut.count > 0)
    Object.assign(metrics, named('held-out', await measured(recipe.id, solution, heldOut, open)));
  for (const [name, value] of Object.entries(metrics))
    if (!Number.isFinite(value)) throw new Error(`${name} of the solution is ${value}`);
  return { ...solution, metrics: { ...metrics, ...solution.metrics } };
}

/** What a network's measures come to over these examples. */
async function measured(
  id: string,
  { build, parameters }: Pick<Solution, 'build' | 'parameters'>,
  examples: Examples,
  open: Open,
): Promise<Measures> {
  const meter = await openMeter({ id, build }, examples, open);
  try {
    return await meter.read(hostedParameters(build, parameters));
  } finally {
    meter.dispose();
  }
}

/** Numbers of a network's parameters as what a session takes. */
export const hostedParameters = (build: Solution['build'], numbers: Numbers): Tensors =>
  Object.fromEntries(build(1).parameters.map(({ name, shape }) => [name, hostTensor(shape, numbers[name])]));
