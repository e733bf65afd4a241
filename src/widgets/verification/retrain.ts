/** From a recipe to the SHA-256 of each of its files, on any engine. */

import { encodeModel } from '../../onnx/model.ts';
import { makeModel } from '../../recipes/make-model.ts';
import { modelFiles } from '../../recipes/model-files.ts';
import type { Open } from '../../recipes/recipe.ts';
import type { RunProgress } from '../../recipes/run.ts';
import type { AnyRecipe } from '../../recipes/solved-recipe.ts';
import type { Hashes } from './messages.ts';
import { sha256 } from './sha256.ts';

/**
 * @throws Error if the loss stops being finite, or the recipe needs files: only what a seed generates is in the page
 */
export async function retrain(
  recipe: AnyRecipe,
  open: Open,
  onStep: (progress: RunProgress) => void,
): Promise<{ readonly hashes: Hashes; readonly steps: number }> {
  const data = await recipe.data.load({
    read: async (name) => {
      throw new Error(`${recipe.id} is trained on ${name}, which is not in the page`);
    },
  });
  const made = await makeModel(recipe, data, open, { onStep });
  const hashes: Record<string, string> = {};
  for (const [name, content] of Object.entries(modelFiles(recipe, made, encodeModel)))
    hashes[name] = await sha256(content);
  return { hashes, steps: made.run.steps };
}
