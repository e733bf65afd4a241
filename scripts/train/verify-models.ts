/** `npm run train -- --verify`: are the shipped models what their recipes make? */

import { join } from 'node:path';
import type { DataFiles } from '../../src/datasets/dataset.ts';
import type { AnyRecipe } from '../../src/recipes/solved-recipe.ts';
import { differences, readCards } from './differences.ts';
import { engines } from './engines.ts';
import { recover } from './recover.ts';
import { trainModel } from './train-model.ts';

/**
 * Retrains, in memory and on the WASM engine, every model whose card says that this gives the same bytes.
 * @param chosen ids to look at; all if empty
 * @returns whether all are as they should be; what is not is printed
 * @throws Error if there is nothing to compare
 */
export async function verifyModels({
  folder,
  recipes,
  chosen,
  dataFiles,
}: {
  readonly folder: string;
  readonly recipes: ReadonlyMap<string, AnyRecipe>;
  readonly chosen: readonly string[];
  readonly dataFiles: DataFiles;
}): Promise<boolean> {
  recover(folder);
  const cards = [...readCards(folder)].filter(
    ([id, card]) => card.reproducible === 'anywhere' && (chosen.length === 0 || chosen.includes(id)),
  );
  if (cards.length === 0)
    throw new Error(
      `${folder} holds no model to verify${chosen.length > 0 ? ` among ${chosen.join(', ')}` : ''}.`,
    );
  const engine = await engines.wasm();
  let good = true;
  for (const [id] of cards) {
    const recipe = recipes.get(id);
    const found = recipe
      ? differences(join(folder, id), await trainModel(recipe, { engine, dataFiles }))
      : [`there is no recipe src/recipes/${id}.ts to train it from`];
    if (found.length === 0) console.log(`${id}: the same bytes`);
    for (const difference of found) console.error(`${id}: ${difference}`);
    good &&= found.length === 0;
  }
  return good;
}
