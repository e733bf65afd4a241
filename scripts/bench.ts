/** `npm run bench`: examples a second of our graphs beside PyTorch's and TensorFlow.js's, as ratios of medians in one run. */

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { median } from './bench/median.ts';
import { architectures, modes } from './bench/networks.ts';
import { type Measure, ours } from './bench/ours.ts';
import { openPyTorch } from './bench/pytorch.ts';
import { openTensorFlow, tensorFlow } from './bench/tensorflow.ts';
import { unknownName } from './train/nearest.ts';

const usage = `npm run bench -- [network …] [options]

Networks: ${Object.keys(architectures).join(', ')}; all of them unless named.

  --batch N[,N]     examples in a batch (default 64,128)
  --threads N[,N]   threads of one operator (default 1,2); the better one of each side is compared
  --rounds N        rounds, in which both sides take turns (default 5)
  --seconds S       time of one measurement (default 0.5)
  --python PATH     the Python that has torch (default /usr/bin/python3)
  --no-tensorflow   leave TensorFlow.js out, which takes most of the time`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    batch: { type: 'string', default: '64,128' },
    threads: { type: 'string', default: '1,2' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '0.5' },
    python: { type: 'string', default: '/usr/bin/python3' },
    'no-tensorflow': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !(name in architectures));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0)
    console.error(`${unknownName('network', unknown[0], Object.keys(architectures))}\n`);
  console.log(usage);
  process.exit(unknown.length > 0 ? 2 : 0);
}

/** @throws RangeError naming the option, unless it is a list of positive numbers */
function numbers(option: 'batch' | 'threads' | 'rounds' | 'seconds'): number[] {
  const list = values[option].split(',').map(Number);
  if (list.some((one) => !(one > 0)))
    throw new RangeError(`--${option} ${values[option]}: not positive numbers`);
  return list;
}
const show = (rate: number): string => Math.round(rate).toLocaleString('en').padStart(9);

/** A mistake of the caller's or of the machine's set-up: the sentence is all that helps. */
function stop(error: unknown): never {
  console.error(`npm run bench: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
process.on('uncaughtException', stop);

const names = positionals.length > 0 ? positionals : Object.keys(architectures);
const [rounds] = numbers('rounds');
const [seconds] = numbers('seconds');
const threads = numbers('threads');
const pytorch = await openPyTorch(values.python);
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; examples a second, medians`);
console.log(pytorch?.description ?? `no PyTorch in ${values.python}`);
const withTensorFlow = !values['no-tensorflow'];
if (withTensorFlow)
  console.log(`${await openTensorFlow()}, one thread; "js" where its WASM backend lacks a kernel`);
const columns = threads.map((count) => `${count} thread${count > 1 ? 's' : ''}`.padStart(9)).join(' ');
console.log(
  `\n${'network, mode, batch'.padEnd(24)} ours: ${columns}   PyTorch: ${columns}   ratio${withTensorFlow ? '   TensorFlow.js      ratio' : ''}`,
);

for (const name of names)
  for (const mode of modes)
    for (const batch of numbers('batch')) {
      const measures: Measure[] = [];
      for (const count of threads) measures.push(await ours(name, mode, batch, count));
      for (const measure of measures) await measure(seconds);
      const mine = threads.map((): number[] => []);
      const theirs = threads.map((): number[] => []);
      const third = withTensorFlow ? await tensorFlow(name, mode, batch) : null;
      const thirds: number[] = [];
      for (let round = 0; round < rounds; round++) {
        for (const [i, count] of threads.entries()) {
          mine[i].push(await measures[i](seconds));
          if (pytorch)
            theirs[i].push(await pytorch.measure({ net: name, mode, batch, threads: count, seconds }));
        }
        if (third) thirds.push(await third.measure(seconds));
      }
      const [a, b] = [mine, theirs].map((side) => side.map((list) => median(list)));
      const ratio = pytorch ? (Math.max(...a) / Math.max(...b)).toFixed(2) : '–';
      const slower = third
        ? `   ${show(median(thirds))} ${third.backend === 'cpu' ? 'js  ' : 'wasm'} ${(Math.max(...a) / median(thirds)).toFixed(1).padStart(9)}`
        : '';
      const row = `${name}, ${mode}, ${batch}`.padEnd(24);
      console.log(
        `${row}       ${a.map(show).join(' ')}            ${pytorch ? b.map(show).join(' ') : ''}   ${ratio}${slower}`,
      );
    }
pytorch?.end();
