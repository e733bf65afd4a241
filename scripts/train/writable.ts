import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the folder if need be and tries that a model can be put into it: better now than after an hour.
 * @throws Error saying what the system answered
 */
export function expectWritable(folder: string): void {
  const probe = join(folder, `.probe.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    mkdirSync(probe);
    rmdirSync(probe);
  } catch (error) {
    throw new Error(
      `Cannot write models to ${folder}: ${(error as Error).message}. --out DIR names another folder.`,
      {
        cause: error,
      },
    );
  }
}
