/** What the reader of the terminal asked for. */

import { parseArgs } from 'node:util';
import { type EngineName, engines } from './engines.ts';
import { unknownName } from './nearest.ts';

export const usage = `npm run train -- [model …] [options]

Trains models and writes them to models/<id>/. If none is named: all those that need no downloaded data.
A long run saves itself after each epoch; the same command goes on where it was stopped.

  --out DIR            write to DIR/<id>/ instead
  --data DIR           where downloaded data sets are kept (default .cache/data)
  --engine node|wasm   the engine for all of them; by default each recipe names its own
  --fresh              train from the start, whatever a stopped run has saved
  --list               print the models and stop
  --verify             retrain the models that are reproducible anywhere and compare every file
  --evaluate           compute the accuracy of each named model anew and compare it with the card
  --help               print this`;

export interface Request {
  readonly models: readonly string[];
  readonly out: string | undefined;
  readonly data: string | undefined;
  readonly engine: EngineName | undefined;
  readonly fresh: boolean;
  readonly action: 'train' | 'list' | 'verify' | 'evaluate' | 'help';
}

/** A mistake of the caller's: its message is all they need to see. */
export class UsageError extends Error {}

const options = {
  out: { type: 'string' },
  data: { type: 'string' },
  engine: { type: 'string' },
  fresh: { type: 'boolean' },
  list: { type: 'boolean' },
  verify: { type: 'boolean' },
  evaluate: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws UsageError naming the argument that is wrong and the nearest that is right */
export function parseCommandLine(args: readonly string[]): Request {
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name))
      throw new UsageError(
        unknownName(
          'option',
          token.rawName,
          Object.keys(options).map((name) => `--${name}`),
        ),
      );
    const option = options[token.name as keyof typeof options];
    if (option.type === 'string' && (!token.value || token.value.startsWith('-')))
      throw new UsageError(
        `${token.rawName} needs a value, for example ${token.rawName} ${example[token.name]}`,
      );
    if (option.type === 'boolean' && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value, got "${token.value}"`);
  }
  const engine = values.engine as string | undefined;
  if (engine !== undefined && !Object.hasOwn(engines, engine))
    throw new UsageError(unknownName('engine', engine, Object.keys(engines)));
  if (engine !== undefined && values.verify)
    throw new UsageError('--verify always runs the WASM engine; leave out --engine');
  return {
    models: positionals,
    out: values.out as string | undefined,
    data: values.data as string | undefined,
    engine: engine as EngineName | undefined,
    fresh: values.fresh === true,
    action: actions.find((action) => values[action]) ?? 'train',
  };
}

/** Where several are asked for, the first of these counts. */
const actions = ['help', 'list', 'verify', 'evaluate'] as const;

const example: Readonly<Record<string, string>> = { out: 'models', data: '.cache/data', engine: 'wasm' };
