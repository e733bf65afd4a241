import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataFiles } from '../../src/datasets/dataset.ts';

/** The files of downloaded data sets, from one folder. */
export const dataFolder = (folder: string): DataFiles => ({
  async read(name) {
    try {
      return await readFile(join(folder, name));
    } catch (error) {
      throw new Error(
        `The data file ${name} cannot be read from ${resolve(folder)}; --data DIR names another folder`,
        { cause: error },
      );
    }
  },
});
