/** `npm run find-rate`: a recipe's training at several constant learning rates, to choose one by the training set alone. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runRecipe } from '../src/recipes/run.ts';
import { isSolved } from '../src/recipes/solved-recipe.ts';
import { dataFolder } from './train/data-folder.ts';
import { engines } from './train/engines.ts';
import { findRecipes } from './train/find-recipes.ts';
import { unknownName } from './train/nearest.ts';

const usage = `npm run find-rate -- MODEL --rates N,N[,…] [options]

Trains the recipe from its start once for each learning rate, held constant, and prints the training loss and accuracy
at the end of each. Writes nothing.

  --rates N,N     the learning rates to try
  --epochs N      epochs of each training (default 3)
  --data DIR      the folder of the data sets (default .cache/data)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rates: { type: 'string' },
    epochs: { type: 'string', default: '3' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function stop(message: string): never {
  console.error(`npm run find-rate: ${message}\n\n${usage}`);
  process.exit(2);
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const [id] = positionals;
if (id === undefined || positionals.length > 1) stop(`expects one model, got ${positionals.length}`);
const recipes = await findRecipes();
const recipe = recipes.get(id) ?? stop(unknownName('model', id, [...recipes.keys()]));
if (isSolved(recipe)) stop(`${id} is solved, not trained in steps: it has no learning rate`);
const rates = (values.rates ?? stop('--rates is missing')).split(',').map(Number);
if (!rates.every((rate) => rate > 0)) stop(`--rates ${values.rates}: not positive numbers`);
const epochs = Number(values.epochs);
if (!Number.isInteger(epochs) || epochs < 1) stop(`--epochs ${values.epochs}: not a whole number from 1`);

const data = await recipe.data.load(dataFolder(values.data, resolve(import.meta.dirname, '../.cache/data')));
const { open } = await engines[recipe.engine](recipe.threads);
for (const rate of rates) {
  try {
    const { curves } = (await runRecipe({ ...recipe, learningRate: rate, epochs }, data, open)).history;
    const ends = Object.entries(curves).map(
      ([name, values]) => `${name} ${values[values.length - 1].toFixed(4)}`,
    );
    console.log(`learning rate ${rate}: ${ends.join(', ')}`);
  } catch (error) {
    console.log(`learning rate ${rate}: ${(error as Error).message}`);
  }
}
