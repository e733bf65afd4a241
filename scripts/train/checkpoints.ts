/** When a run is saved, and what it goes on from. */

import type { Dataset } from '../../src/datasets/dataset.ts';
import type { Checkpoint } from '../../src/recipes/checkpoint.ts';
import type { Numbers, Recipe } from '../../src/recipes/recipe.ts';
import { checkpointFile, fingerprint, removeCheckpoint } from './checkpoint-file.ts';
import type { Engine } from './engines.ts';

export interface Checkpoints {
  /** Where models are put. */
  readonly folder: string;
  /** Trains from the start, whatever an earlier run left. */
  readonly fresh: boolean;
  /** Seconds after which the end of an epoch is worth saving: a run shorter than this leaves no trace. */
  readonly every?: number;
  /** Told that there is something to go on from. */
  readonly onResume?: (checkpoint: Checkpoint) => void;
  /** Told that there would be from now on. */
  readonly onSave?: (checkpoint: Checkpoint) => void;
}

interface Saving {
  readonly resume: Checkpoint | undefined;
  /** Spent on the epochs before. */
  readonly secondsBefore: number;
  readonly onEpoch: (checkpoint: Checkpoint) => void;
}

/** @throws Error if the checkpoint that is there belongs to another run */
export function startSaving(
  recipe: Recipe,
  data: Dataset,
  initial: Numbers,
  engine: Engine,
  { folder, fresh, every = 10, onResume, onSave }: Checkpoints,
): Saving {
  const file = checkpointFile(folder, recipe.id, fingerprint(recipe, data, initial, engine.about));
  if (fresh) removeCheckpoint(folder, recipe.id);
  const saved = file.read();
  if (saved) onResume?.(saved.checkpoint);
  const secondsBefore = saved?.seconds ?? 0;
  const start = performance.now();
  let latest = start;
  return {
    resume: saved?.checkpoint,
    secondsBefore,
    onEpoch(checkpoint) {
      const now = performance.now();
      if (now - latest < 1000 * every) return;
      latest = now;
      file.write({ checkpoint, seconds: secondsBefore + (now - start) / 1000 });
      onSave?.(checkpoint);
    },
  };
}
