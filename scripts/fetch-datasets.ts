/** `npm run fetch-datasets`: downloads the data sets that models are trained on, and checks them. */

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from './fetch-datasets/catalogue.ts';
import { fetchDataset } from './fetch-datasets/fetch-dataset.ts';
import { unknownName } from './train/nearest.ts';

const usage = `npm run fetch-datasets -- [data set …] [options]

Downloads data sets and checks their SHA-256; all of them if none is named. What is there and right is left
alone, and a download that broke off is continued.

  --data DIR   where to keep them (default .cache/data, where npm run train looks)
  --list       print the data sets with their licences and stop
  --help       print this`;

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: join(import.meta.dirname, '..', '.cache', 'data') },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const known = Object.keys(catalogue);
  const wrong = positionals.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new Error(unknownName('data set', wrong, known));
  if (values.help) return console.log(usage);
  for (const name of positionals.length > 0 ? positionals : known) {
    const { title, licence, home } = catalogue[name];
    console.log(`${name}: ${title}\n  ${home}\n  licence: ${licence}`);
    if (values.list) continue;
    const folder = resolve(values.data);
    const fetched = await fetchDataset(catalogue[name], folder, progress());
    console.log(fetched ? `  downloaded to ${folder}` : `  already in ${folder}, and whole`);
  }
}

/** One line that counts up in a terminal; a line now and then elsewhere. */
function progress() {
  const { stderr } = process;
  let due = 0;
  return (path: string, done: number, bytes: number): void => {
    if (performance.now() < due && done < bytes) return;
    due = performance.now() + (stderr.isTTY ? 100 : 5000);
    const line = `  ${path}: ${(done / 1e6).toFixed(1)} of ${(bytes / 1e6).toFixed(1)} MB`;
    stderr.write(stderr.isTTY ? `\r${line}${done < bytes ? '' : '\n'}` : `${line}\n`);
  };
}
