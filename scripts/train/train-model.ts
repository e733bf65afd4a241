/** From a recipe to the files of its model folder, in memory. */

import type { DataFiles } from '../../src/datasets/dataset.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { trainingHistory } from '../../src/recipes/model-card.ts';
import { modelFiles } from '../../src/recipes/model-files.ts';
import type { Recipe } from '../../src/recipes/recipe.ts';
import { type RunProgress, runRecipe } from '../../src/recipes/run.ts';
import { makeCard } from './card.ts';
import { type Checkpoints, startSaving } from './checkpoints.ts';
import type { Engine } from './engines.ts';
import type { FileSet } from './replace-folder.ts';

const utf8 = new TextEncoder();

/**
 * Trains from the start, or from the checkpoint of an earlier run.
 * @throws Error if the loss stops being finite, the data set cannot be read, or the checkpoint is another run's
 */
export async function trainModel(
  recipe: Recipe,
  {
    engine,
    dataFiles,
    onStep,
    checkpoints,
  }: {
    readonly engine: Engine;
    readonly dataFiles: DataFiles;
    readonly onStep?: (progress: RunProgress) => void | Promise<void>;
    readonly checkpoints?: Checkpoints;
  },
): Promise<FileSet> {
  const data = await recipe.data.load(dataFiles);
  const start = performance.now();
  const saving = checkpoints && startSaving(recipe, data, engine, checkpoints);
  const trained = await runRecipe(recipe, data, engine.open, {
    ...(onStep && { onStep }),
    ...(saving && { onEpoch: saving.onEpoch }),
    resume: saving?.resume,
  });
  const seconds = (saving?.secondsBefore ?? 0) + (performance.now() - start) / 1000;
  const trainingSeconds = Math.round(100 * seconds) / 100;
  const history = trainingHistory.parse(trained.history);
  const files = modelFiles(recipe, { parameters: trained.parameters, history }, encodeModel);
  const card = makeCard({ recipe, data, trained, engine: engine.about, trainingSeconds, files });
  return { ...files, 'card.json': utf8.encode(`${JSON.stringify(card, null, 2)}\n`) };
}
