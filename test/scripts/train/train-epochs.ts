/**
 * `node train-epochs.ts FOLDER EPOCH_MS [SEED] [FRESH]`: trains a small digit network on generated pictures, saving
 * it after each epoch, and takes at least so long for an epoch.
 */

import { trainModels } from '../../../scripts/train/train-models.ts';
import mnistMlp from '../../../src/recipes/mnist-mlp.ts';
import { syntheticClasses } from '../../support/synthetic-classes.ts';

const [folder, epochMs, seed = '1', fresh] = process.argv.slice(2);
const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

await trainModels({
  folder,
  recipes: [
    {
      ...mnistMlp,
      seed: Number(seed),
      batchSize: 8,
      epochs: 6,
      history: { at: 'epochs', parameters: [], examples: { training: 24, heldOut: 24 } },
      data: {
        ...mnistMlp.data,
        load: () => ({
          training: syntheticClasses(24, 784),
          heldOut: syntheticClasses(24, 784, 10, 6),
        }),
      },
      *epoch(...args) {
        sleep(Number(epochMs));
        yield* mnistMlp.epoch(...args);
      },
    },
  ],
  engine: 'node',
  dataFiles: { read: () => Promise.reject(new Error('no files')) },
  fresh: fresh !== undefined,
  checkpointEvery: 0,
}).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
