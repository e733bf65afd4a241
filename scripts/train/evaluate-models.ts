/** `npm run train -- --evaluate`: is a shipped model as good as its card says? */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFiles, type Examples, slice } from '../../src/datasets/dataset.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import type { ModelCard } from '../../src/recipes/model-card.ts';
import type { AnyRecipe } from '../../src/recipes/solved-recipe.ts';
import { createSession } from '../../src/runtime/node.ts';
import { dataSha256 } from './card.ts';
import { readCards } from './differences.ts';

/**
 * Runs model.onnx on the whole data set and counts right answers, without the trainer's help.
 * @returns whether every accuracy is what the card says; what is found is printed
 * @throws Error if a model is not there or its data are
 */
export async function evaluateModels({
  folder,
  recipes,
  dataFiles,
}: {
  readonly folder: string;
  readonly recipes: readonly AnyRecipe[];
  readonly dataFiles: DataFiles;
}): Promise<boolean> {
  const cards = readCards(folder);
  let good = true;
  for (const recipe of recipes) {
    const card = cards.get(recipe.id);
    if (!card) throw new Error(`${join(folder, recipe.id)} holds no model to evaluate.`);
    const data = await recipe.data.load(dataFiles);
    if (dataSha256(data) !== card.data.sha256)
      console.log(`${recipe.id}: these are not the data that the card names, so its numbers may differ`);
    for (const [set, name] of [
      ['heldOut', 'held-out accuracy'],
      ['training', 'training accuracy'],
    ] as const) {
      const examples = data[set];
      if (examples.count === 0 || card.metrics[name] === undefined) continue;
      const model = readFileSync(join(folder, recipe.id, 'model.onnx'));
      const right = await countRight(card, model, examples);
      const said = card.metrics[name];
      // The card's number is a float32 sum of means.
      const same = Math.abs(right / examples.count - said) * examples.count < 0.5;
      console.log(
        `${recipe.id}: ${name} ${right / examples.count} (${right} of ${examples.count}), ${same ? 'as on the card' : `the card says ${said}`}`,
      );
      good &&= same;
    }
  }
  return good;
}

const atOnce = 500;

async function countRight({ id, inputs }: ModelCard, model: Uint8Array, examples: Examples): Promise<number> {
  const session = await createSession(model);
  let right = 0;
  for (let from = 0; from < examples.count; from += atOnce) {
    const { count, x, target } = slice(examples, from, Math.min(from + atOnce, examples.count));
    const fed = session.upload([count, ...inputs[0].shape.slice(1).map(Number)], x);
    const outputs = await session.run({ x: fed });
    const answer = outputs.probability ?? outputs.answer;
    if (!answer) throw new Error(`${id}: has neither an output "probability" nor an output "answer"`);
    const numbers = await answer.read();
    const width = sizeOf(answer.shape.slice(1));
    for (let i = 0; i < count; i++)
      if (isRight(numbers.subarray(i * width, (i + 1) * width), target.subarray(i * width, (i + 1) * width)))
        right++;
    for (const tensor of [fed, ...Object.values(outputs)]) tensor.dispose();
  }
  session.dispose();
  return right;
}

/** @param answer of one example: a side, −1 or +1; the probability of yes; or one probability for each class */
function isRight(answer: Float32Array, target: Float32Array): boolean {
  if (answer.length > 1) return target[answer.indexOf(Math.max(...answer))] === 1;
  return target[0] === 1 ? answer[0] > 0.5 : answer[0] <= 0.5;
}
