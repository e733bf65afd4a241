/** `npm run bench-pages`: what each figure of the built site costs the page that shows it. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { median } from './bench/median.ts';
import { type PageCost, pageCost } from './bench/pages.ts';
import { findChromium } from './find-chromium.ts';
import { serve } from './static-server.ts';
import { unknownName } from './train/nearest.ts';

const usage = `npm run bench-pages -- [figure …] [options]

Prints for each figure, as medians: the processor time of the longest task on the page's thread, and how long after
the runtime is there the first model has answered and the figure has all that it starts with, on WASM. The site must have been built: npm run build

  --rounds N   times each figure is opened, in a fresh profile (default 5)
  --site DIR   the built site (default dist)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    site: { type: 'string', default: 'dist' },
    help: { type: 'boolean', default: false },
  },
});

function stop(message: string): never {
  console.error(`npm run bench-pages: ${message}`);
  process.exit(2);
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) stop(`--rounds ${values.rounds}: not a whole number from 1`);
const embedded = join(values.site, 'embed');
if (!existsSync(embedded)) stop(`${embedded} is not there. Build the site first: npm run build`);
const figures = readdirSync(embedded).sort();
const unknown = positionals.find((name) => !figures.includes(name));
if (unknown) stop(unknownName('figure', unknown, figures));

const { server, address } = await serve({ folder: values.site, base: '/' }, { host: '127.0.0.1', port: 0 });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--disable-features=WebGPU'],
});
try {
  const row = (name: string, ...columns: readonly string[]) =>
    console.log(name.padEnd(30) + columns.map((column) => column.padStart(20)).join(''));
  row('milliseconds', 'longest task', 'first result after', 'running after');
  for (const name of positionals.length > 0 ? positionals : figures) {
    const costs: PageCost[] = [];
    for (let round = 0; round < rounds; round++)
      costs.push(await pageCost(browser, new URL(`embed/${name}/`, address).href));
    const after = costs.flatMap((cost) => cost.after ?? []);
    const shown = (list: readonly number[]) => (list.length > 0 ? Math.round(median(list)).toString() : '–');
    row(
      name,
      shown(costs.map(({ longestTask }) => longestTask)),
      shown(after.map(({ firstResult }) => firstResult)),
      shown(after.map(({ running }) => running)),
    );
  }
} finally {
  await browser.close();
  server.close();
}
