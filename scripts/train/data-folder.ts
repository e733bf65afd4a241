import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DataFiles } from '../../src/datasets/dataset.ts';
import { UsageError } from './command-line.ts';

/**
 * The files of downloaded data sets, read when a recipe asks for them.
 * @param named the folder of `--data`
 * @param usual where they are kept otherwise; need not exist for recipes that generate their data
 * @throws UsageError if the named folder is not there
 */
export function dataFolder(named: string | undefined, usual: string): DataFiles {
  if (named !== undefined && !statSync(named, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`--data ${named}: there is no such folder`);
  const folder = resolve(named ?? usual);
  return {
    async read(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        throw new Error(
          `${join(folder, name)}: ${(error as Error).message}. --data DIR names another folder.`,
          { cause: error },
        );
      }
    },
  };
}
