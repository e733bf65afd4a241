/** `npm run train -- [model …]`: trains recipes one after another and puts each model in place when it is done. */

import { join, relative } from 'node:path';
import type { DataFiles } from '../../src/datasets/dataset.ts';
import { modelCard } from '../../src/recipes/model-card.ts';
import { type AnyRecipe, isSolved } from '../../src/recipes/solved-recipe.ts';
import { removeCheckpoint } from './checkpoint-file.ts';
import { type EngineName, engines } from './engines.ts';
import { display, duration, noDisplay } from './progress.ts';
import { recover } from './recover.ts';
import { type FileSet, replaceFolder } from './replace-folder.ts';
import { trainModel } from './train-model.ts';
import { expectWritable } from './writable.ts';

/** @throws Error if a model cannot be trained or written; the folder then holds what it held before */
export async function trainModels({
  folder,
  recipes,
  engine,
  dataFiles,
  fresh = false,
  checkpointEvery,
}: {
  readonly folder: string;
  readonly recipes: readonly AnyRecipe[];
  /** Instead of each recipe's own. */
  readonly engine: EngineName | undefined;
  readonly dataFiles: DataFiles;
  /** Trains from the start where an earlier run could be continued. */
  readonly fresh?: boolean;
  /** Seconds; see `Checkpoints`. */
  readonly checkpointEvery?: number;
}): Promise<void> {
  const show = (id: string) => shortPath(join(folder, id));
  expectWritable(folder);
  for (const id of recover(folder))
    console.error(`${show(id)} was left half replaced by a killed run; restored.`);
  const waiting = recipes.map(({ id }) => id);
  let stopDisplay = () => {};
  let saved: string | undefined;
  const remember = (id: string, epoch: number) => {
    saved = `${show(id)}: the same command goes on after epoch ${epoch}.`;
  };
  const interrupted = (signal: 'SIGINT' | 'SIGTERM') => {
    stopDisplay();
    console.error(`Interrupted; ${standing()}`);
    process.exit(exitStatus[signal]);
  };
  const standing = () =>
    [`left as before: ${waiting.map(show).join(', ')}`, ...(saved ? [saved] : [])].join('\n');
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

  try {
    for (const recipe of recipes) {
      const progress = isSolved(recipe) ? noDisplay : display(recipe, process.stderr);
      stopDisplay = progress.stop;
      const files = await trainModel(recipe, {
        engine: await engines[engine ?? recipe.engine](recipe.threads),
        dataFiles,
        onStep: progress.update,
        checkpoints: {
          folder,
          fresh,
          ...(checkpointEvery !== undefined && { every: checkpointEvery }),
          onResume({ epoch, step }) {
            progress.goOn(step);
            console.error(`${show(recipe.id)}: going on after epoch ${epoch}.`);
            remember(recipe.id, epoch);
          },
          onSave: ({ epoch }) => remember(recipe.id, epoch),
        },
      });
      replaceFolder(folder, recipe.id, files);
      removeCheckpoint(folder, recipe.id);
      saved = undefined;
      stopDisplay();
      console.log(`${show(recipe.id)}: ${summary(files)}`);
      waiting.shift();
    }
  } catch (error) {
    stopDisplay();
    const message = `${show(waiting[0])}: ${(error as Error).message}\n${standing().replace('left', 'Left')}`;
    throw new Error(message, { cause: error });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

// What a shell reports for a process that the signal ended: 128 and its number.
const exitStatus = { SIGINT: 130, SIGTERM: 143 };

/** Relative to where the reader is, unless it lies elsewhere. */
function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}

function summary(files: FileSet): string {
  const { metrics, trainingSeconds, engine } = modelCard.parse(
    JSON.parse(new TextDecoder().decode(files['card.json'])),
  );
  const numbers = Object.entries(metrics).map(([name, value]) => `${name} ${value}`);
  return `${numbers.join(', ')} (${duration(trainingSeconds)} on ${engine.name})`;
}
