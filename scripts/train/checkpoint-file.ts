/**
 * The checkpoint of a long run, beside the folder of the model: `.<id>.checkpoint.tmp`.
 *
 * It is written under another name, forced to the disk and renamed, so there is always a whole one or none.
 * It says which run it belongs to by what determines that run, and no other run goes on from it.
 */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Dataset } from '../../src/datasets/dataset.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import type { Checkpoint } from '../../src/recipes/checkpoint.ts';
import type { ModelCard } from '../../src/recipes/model-card.ts';
import type { Numbers, Recipe } from '../../src/recipes/recipe.ts';
import { stepGraph } from '../../src/recipes/step-graph.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { dataSha256, littleEndian } from './card.ts';
import { stagingName, syncFolder, writeDurably } from './replace-folder.ts';

export interface CheckpointFile {
  /**
   * @returns what an earlier run of the same recipe left, if any
   * @throws Error if what is there belongs to another run, or cannot be read; the message says how to go on
   */
  readonly read: () => Saved | undefined;
  readonly write: (saved: Saved) => void;
}

export interface Saved {
  readonly checkpoint: Checkpoint;
  /** Spent on these epochs. */
  readonly seconds: number;
}

const pathOf = (folder: string, id: string): string => join(folder, `.${id}.checkpoint.tmp`);

/** Once the model is in place, or to train from the start. */
export const removeCheckpoint = (folder: string, id: string): void =>
  rmSync(pathOf(folder, id), { force: true });

/** @param run from `fingerprint` */
export function checkpointFile(folder: string, id: string, run: string): CheckpointFile {
  const path = pathOf(folder, id);
  // `recover` clears it away if the process is killed meanwhile.
  const fresh = join(folder, stagingName(`${id}.checkpoint`, 'new'));
  const advice = '--fresh discards it and trains from the start.';
  return {
    read() {
      if (!existsSync(path)) return undefined;
      let found: Saved & { run: string };
      try {
        found = deserialize(readFileSync(path));
      } catch (error) {
        throw new Error(`${path} is not a checkpoint (${(error as Error).message}). ${advice}`, {
          cause: error,
        });
      }
      if (found.run !== run)
        throw new Error(
          `${path} holds epoch ${found.checkpoint?.epoch} of another version of the recipe, its data or its engine. ${advice}`,
        );
      return found;
    },
    write(saved) {
      try {
        rmSync(fresh, { force: true });
        writeDurably(fresh, serialize({ run, ...saved }));
        renameSync(fresh, path);
        syncFolder(folder);
      } finally {
        rmSync(fresh, { force: true });
      }
    },
  };
}

/**
 * SHA-256 of what determines a run: the training step, the numbers it starts from, the data, the first batch
 * as it is fed, the schedules, what is recorded, and the engine.
 */
export function fingerprint(
  recipe: Recipe,
  data: Dataset,
  initial: Numbers,
  engine: ModelCard['engine'],
): string {
  const { seed, batchSize, epochs, learningRate, schedules = {}, history } = recipe;
  const hash = createHash('sha256')
    .update(encodeModel(stepGraph(recipe)))
    .update(dataSha256(data));
  for (const numbers of Object.values(initial)) hash.update(littleEndian(numbers));
  for (const batch of recipe.epoch(data.training, batchSize, random(seed + 1))) {
    for (const numbers of Object.values(batch)) hash.update(littleEndian(numbers));
    break;
  }
  const steps = epochs * Math.floor(data.training.count / batchSize);
  for (const schedule of [learningRate, ...Object.values(schedules)]) {
    const values =
      typeof schedule === 'number'
        ? Float64Array.of(schedule)
        : Float64Array.from({ length: steps }, (_, i) => schedule(i + 1));
    hash.update(new Uint8Array(values.buffer));
  }
  const { at, ...plan } = history;
  const moments = typeof at === 'string' ? at : [...at];
  return hash.update(JSON.stringify({ seed, batchSize, epochs, plan, moments, engine })).digest('hex');
}
