/** From any recipe and its data to a model: the training script and the page that verifies a model call this. */

import type { Dataset } from '../datasets/dataset.ts';
import { backwardGraph } from './backward-graph.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Graphs } from './model-files.ts';
import type { Numbers, Open, Recipe } from './recipe.ts';
import { type RunOptions, runRecipe } from './run.ts';
import { type AnyRecipe, isSolved, type SolvedRecipe, solveRecipe } from './solved-recipe.ts';
import { stepGraph } from './step-graph.ts';

export interface MadeModel {
  readonly graphs: Graphs;
  readonly parameters: Numbers;
  /** Layers in order, one line each. */
  readonly architecture: readonly string[];
  readonly history: TrainingHistory;
  /** By the names cards use. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What the card adds to the recipe's hyperparameters. */
  readonly run: Readonly<Record<string, number>> & { readonly steps: number };
}

/** @param options of a recipe that repeats a step; one that is solved heeds none */
export const makeModel = (
  recipe: AnyRecipe,
  data: Dataset,
  open: Open,
  options: RunOptions = {},
): Promise<MadeModel> =>
  isSolved(recipe) ? solve(recipe, data, open) : repeatStep(recipe, data, open, options);

async function repeatStep(
  recipe: Recipe,
  data: Dataset,
  open: Open,
  options: RunOptions,
): Promise<MadeModel> {
  const { epochs, steps, ...trained } = await runRecipe(recipe, data, open, options);
  return {
    ...trained,
    graphs: graphsOf(recipe),
    architecture: recipe.architecture,
    run: {
      ...(typeof recipe.learningRate === 'number' && { 'learning rate': recipe.learningRate }),
      'batch size': recipe.batchSize,
      epochs,
      steps,
    },
  };
}

async function solve(recipe: SolvedRecipe, data: Dataset, open: Open): Promise<MadeModel> {
  const { build, steps = {}, ...solved } = await solveRecipe(recipe, data, open);
  const last = solved.history.steps[solved.history.steps.length - 1];
  return { ...solved, graphs: { build, steps }, run: { steps: last } };
}

/** What is exported of a recipe that repeats a step. */
export const graphsOf = (recipe: Recipe): Graphs => ({
  build: recipe.build,
  steps: { 'step.onnx': stepGraph(recipe) },
  ...(recipe.backward && {
    backward: backwardGraph(`${recipe.id}-backward`, recipe.build(recipe.batchSize)),
  }),
});
