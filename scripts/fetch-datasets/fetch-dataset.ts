/** A whole data set: what is missing or wrong in the folder is downloaded, the rest is left alone. */

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expectSha256, gunzip } from '../../src/datasets/data-file.ts';
import type { RemoteDataset } from './catalogue.ts';
import { type Download, download, type ShowProgress } from './download.ts';
import { untar } from './untar.ts';

/**
 * @returns whether anything had to be downloaded
 * @throws Error naming file, expected and found
 */
export async function fetchDataset(
  dataset: RemoteDataset,
  folder: string,
  show?: ShowProgress,
): Promise<boolean> {
  let fetched = false;
  for (const one of dataset.downloads) {
    const files = Object.keys(dataset.files).filter((path) =>
      one.unpack ? path.startsWith(`${one.unpack}/`) : path === one.path,
    );
    const complaints = await Promise.all(files.map((path) => complaint(dataset, folder, path)));
    if (complaints.every((one) => one === undefined)) continue;
    await download(one, folder, show);
    if (one.unpack) await unpack(one, files, folder);
    for (const path of files) {
      const wrong = await complaint(dataset, folder, path);
      if (wrong) throw new Error(wrong);
    }
    fetched = true;
  }
  return fetched;
}

/** What is wrong with a file of the data set, if anything. */
async function complaint(
  { files }: RemoteDataset,
  folder: string,
  path: string,
): Promise<string | undefined> {
  try {
    await expectSha256(path, await gunzip(path, await readFile(join(folder, path))), [files[path]]);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Takes the wanted files out of the archive, each under its own name at once or not at all. */
async function unpack({ path }: Download, wanted: readonly string[], folder: string): Promise<void> {
  const archive = join(folder, path);
  for (const { name, data } of untar(gunzipSync(await readFile(archive)))) {
    const file = name.replace(/^\.\//, '');
    if (!wanted.includes(file)) continue;
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.part`, data, { flush: true });
    await rename(`${target}.part`, target);
  }
  await rm(archive);
}
