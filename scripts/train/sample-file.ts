/** The held-out pictures that stand beside a model, where its recipe says so. */

import { type Dataset, slice } from '../../src/datasets/dataset.ts';
import { toSample } from '../../src/recipes/held-out-sample.ts';
import type { AnyRecipe } from '../../src/recipes/solved-recipe.ts';
import type { FileSet } from './replace-folder.ts';

export function sampleFile(recipe: AnyRecipe, { heldOut }: Dataset): FileSet {
  if (!('shownPictures' in recipe) || recipe.shownPictures === undefined) return {};
  const sample = toSample(slice(heldOut, 0, recipe.shownPictures));
  return { 'held-out.json': new TextEncoder().encode(`${JSON.stringify(sample)}\n`) };
}
