/** Files of the repository that pages show or serve. Astro runs at the root of the project, so paths begin there. */

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param path from the root of the project, e.g. `models/perceptron/card.json` */
export const readProjectFile = (path: string): Promise<Buffer> => readFile(join(process.cwd(), path));

/** Paths of all files below a folder, relative to it, in order; none where the folder does not exist. */
export async function listProjectFiles(folder: string): Promise<string[]> {
  const root = join(process.cwd(), folder);
  if (!existsSync(root)) return [];
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
