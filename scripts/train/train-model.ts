/** From a recipe to the files of its model folder, in memory. */

import type { DataFiles, Dataset } from '../../src/datasets/dataset.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { initialState } from '../../src/recipes/checkpoint.ts';
import { makeModel } from '../../src/recipes/make-model.ts';
import { trainingHistory } from '../../src/recipes/model-card.ts';
import { modelFiles } from '../../src/recipes/model-files.ts';
import type { Recipe } from '../../src/recipes/recipe.ts';
import type { RunOptions, RunProgress } from '../../src/recipes/run.ts';
import { type AnyRecipe, isSolved } from '../../src/recipes/solved-recipe.ts';
import { makeCard } from './card.ts';
import { type Checkpoints, startSaving } from './checkpoints.ts';
import type { Engine } from './engines.ts';
import type { FileSet } from './replace-folder.ts';
import { sampleFile } from './sample-file.ts';

const utf8 = new TextEncoder();

interface Work {
  readonly engine: Engine;
  readonly dataFiles: DataFiles;
  readonly onStep?: (progress: RunProgress) => void | Promise<void>;
  readonly checkpoints?: Checkpoints;
}

/**
 * Trains from the start, or from the checkpoint of an earlier run.
 * @throws Error if the loss stops being finite, the data set cannot be read, or the checkpoint is another run's
 */
export async function trainModel(recipe: AnyRecipe, work: Work): Promise<FileSet> {
  const { engine, dataFiles } = work;
  const data = await recipe.data.load(dataFiles);
  const start = performance.now();
  const { options, secondsBefore } = isSolved(recipe)
    ? { options: {}, secondsBefore: 0 }
    : await prepare(recipe, data, work);
  const made = await makeModel(recipe, data, engine.open, options);
  const seconds = secondsBefore + (performance.now() - start) / 1000;
  const history = trainingHistory.parse(made.history);
  const files = { ...modelFiles(recipe, { ...made, history }, encodeModel), ...sampleFile(recipe, data) };
  const card = makeCard({
    recipe,
    data,
    made,
    engine: engine.about,
    trainingSeconds: Math.round(100 * seconds) / 100,
    files,
  });
  return { ...files, 'card.json': utf8.encode(`${JSON.stringify(card, null, 2)}\n`) };
}

/** What the run starts from, and what is to be done on the way. */
async function prepare(
  recipe: Recipe,
  data: Dataset,
  { engine, onStep, checkpoints }: Work,
): Promise<{ readonly options: RunOptions; readonly secondsBefore: number }> {
  const initial = await initialState(recipe, data.training, engine.open);
  const saving = checkpoints && startSaving(recipe, data, initial, engine, checkpoints);
  return {
    options: {
      initial,
      ...(onStep && { onStep }),
      ...(saving && { onEpoch: saving.onEpoch }),
      resume: saving?.resume,
    },
    secondsBefore: saving?.secondsBefore ?? 0,
  };
}
