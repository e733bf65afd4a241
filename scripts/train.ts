/** `npm run train`: recipes → models/. The only code that writes there. */

import { resolve } from 'node:path';
import type { AnyRecipe } from '../src/recipes/solved-recipe.ts';
import { parseCommandLine, UsageError, usage } from './train/command-line.ts';
import { dataFolder } from './train/data-folder.ts';
import { evaluateModels } from './train/evaluate-models.ts';
import { findRecipes } from './train/find-recipes.ts';
import { unknownName } from './train/nearest.ts';
import { trainModels } from './train/train-models.ts';
import { verifyModels } from './train/verify-models.ts';

const repository = resolve(import.meta.dirname, '..');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** @returns the exit status */
async function main(args: readonly string[]): Promise<number> {
  const { action, models, engine, out, data, fresh } = parseCommandLine(args);
  if (action === 'help') {
    console.log(usage);
    return 0;
  }
  const recipes = await findRecipes();
  const chosen = choose(recipes, models);
  const folder = resolve(out ?? `${repository}/models`);
  const dataFiles = dataFolder(data, `${repository}/.cache/data`);
  switch (action) {
    case 'list':
      for (const { id, title, task } of chosen) console.log(`${id.padEnd(16)}${title}. ${task}`);
      return 0;
    case 'verify':
      return (await verifyModels({ folder, recipes, chosen: models, dataFiles })) ? 0 : 1;
    case 'evaluate':
      if (models.length === 0)
        throw new UsageError('--evaluate needs the name of a model, for example xor-mlp');
      return (await evaluateModels({ folder, recipes: chosen, dataFiles })) ? 0 : 1;
    case 'train':
      await trainModels({
        folder,
        recipes: models.length > 0 ? chosen : chosen.filter(needsNoFiles),
        engine,
        dataFiles,
        fresh,
      });
      return 0;
  }
}

const needsNoFiles = ({ data }: AnyRecipe): boolean => data.folder === undefined;

function choose(recipes: ReadonlyMap<string, AnyRecipe>, names: readonly string[]): AnyRecipe[] {
  if (names.length === 0) return [...recipes.values()];
  return [...new Set(names)].map((name) => {
    const recipe = recipes.get(name);
    if (!recipe) throw new UsageError(unknownName('model', name, [...recipes.keys()]));
    return recipe;
  });
}
