/** `node train-for-hours.ts FOLDER`: trains xor-mlp for far longer than any test lasts. */

import { trainModels } from '../../../scripts/train/train-models.ts';
import xorMlp from '../../../src/recipes/xor-mlp.ts';

await trainModels({
  folder: process.argv[2],
  recipes: [{ ...xorMlp, epochs: 1e8 }],
  engine: 'wasm',
  // However slow the machine, nothing is saved meanwhile.
  checkpointEvery: Number.POSITIVE_INFINITY,
  dataFiles: { read: () => Promise.reject(new Error('no files')) },
});
