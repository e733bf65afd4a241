import { readdirSync } from 'node:fs';
import type { AnyRecipe } from '../../src/recipes/solved-recipe.ts';

const folder = new URL('../../src/recipes/', import.meta.url);

/**
 * Every recipe by its id: the files of src/recipes with a default export.
 * @throws Error if a recipe's id is not the name of its file
 */
export async function findRecipes(): Promise<ReadonlyMap<string, AnyRecipe>> {
  const recipes = new Map<string, AnyRecipe>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ts')) continue;
    const { default: recipe } = (await import(new URL(file, folder).href)) as { default?: AnyRecipe };
    if (!recipe) continue;
    if (`${recipe.id}.ts` !== file)
      throw new Error(`src/recipes/${file}: the recipe calls itself "${recipe.id}"; both must be the same`);
    recipes.set(recipe.id, recipe);
  }
  return recipes;
}
