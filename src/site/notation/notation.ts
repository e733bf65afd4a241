/** content/notation.json: what every symbol of a displayed equation means, and in which entries it means something else. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Plain text with equations between dollar signs. */
const text = z.string().min(1);

const sense = z.strictObject({
  meaning: text,
  /** What kind of thing it is: a number and its range, the lengths of a vector or matrix. */
  shape: text,
  /** Entries in which it means this. A symbol that means one thing everywhere has no list. */
  in: z.array(z.string()).min(1).optional(),
});

const symbol = z.strictObject({
  /** The symbol as `findSymbols` names it. */
  key: z.string(),
  /** Its anchor on the page. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  tex: z.string(),
  group: z.enum(['Latin letters', 'Greek letters', 'Functions', 'Operators and marks']),
  senses: z.array(sense).min(1),
});

export type Sense = z.infer<typeof sense>;
export type NotationSymbol = z.infer<typeof symbol>;
export const groups = symbol.shape.group.options;

const file = 'content/notation.json';
let read: readonly NotationSymbol[] | undefined;

/**
 * @throws ZodError if the file has another form
 * @throws Error if two symbols have the same key or anchor
 */
export function readNotation(): readonly NotationSymbol[] {
  read ??= parseNotation(JSON.parse(readFileSync(join(process.cwd(), file), 'utf8')));
  return read;
}

export function parseNotation(value: unknown): NotationSymbol[] {
  const { symbols } = z.strictObject({ symbols: z.array(symbol) }).parse(value);
  for (const field of ['key', 'id'] as const) {
    const names = symbols.map((one) => one[field]);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) throw new Error(`${file}: two symbols have the ${field} "${twice}"`);
  }
  const vague = symbols.find(({ senses }) => senses.length > 1 && senses.some((one) => !one.in));
  if (vague)
    throw new Error(
      `${file}: "${vague.key}" has several meanings, so each must say in which entries it holds`,
    );
  return symbols;
}

/** What a symbol means in an entry; undefined if nobody has said it. */
export const senseIn = ({ senses }: NotationSymbol, entry: string): Sense | undefined =>
  senses.find((one) => one.in === undefined || one.in.includes(entry));
