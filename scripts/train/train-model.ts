/** From a recipe to the files of its model folder, in memory. */

import type { DataFiles } from '../../src/datasets/dataset.ts';
import { trainingHistory } from '../../src/recipes/model-card.ts';
import type { Recipe } from '../../src/recipes/recipe.ts';
import { type RunProgress, runRecipe } from '../../src/recipes/run.ts';
import { makeCard } from './card.ts';
import type { Engine } from './engines.ts';
import { modelFiles } from './model-files.ts';
import type { FileSet } from './replace-folder.ts';

const utf8 = new TextEncoder();

/** @throws Error if the loss stops being finite, or the data set cannot be read */
export async function trainModel(
  recipe: Recipe,
  {
    engine,
    dataFiles,
    onStep,
  }: {
    readonly engine: Engine;
    readonly dataFiles: DataFiles;
    readonly onStep?: (progress: RunProgress) => void | Promise<void>;
  },
): Promise<FileSet> {
  const data = await recipe.data.load(dataFiles);
  const start = performance.now();
  const trained = await runRecipe(recipe, data, engine.open, onStep);
  const trainingSeconds = Math.round((performance.now() - start) / 10) / 100;
  const history = trainingHistory.parse(trained.history);
  const files = {
    ...modelFiles(recipe, trained.parameters),
    'history.json': utf8.encode(`${JSON.stringify(history)}\n`),
  };
  const card = makeCard({ recipe, data, trained, engine: engine.about, trainingSeconds, files });
  return { ...files, 'card.json': utf8.encode(`${JSON.stringify(card, null, 2)}\n`) };
}
