/** An equation in words, as a lecturer would say it: by speech-rule-engine, with the words of this field. */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the engine says, and what is meant here. In this order. */
const wording: readonly (readonly [RegExp, string])[] = [
  // KaTeX writes binomials as fractions without a line, which the engine takes for a matrix.
  [
    /the 2 by 1 column matrix Row 1: (.+?) Row 2: (.+?)(?= period$| comma\b| equals\b| plus\b|$)/g,
    '$1 choose $2',
  ],
  [
    /(?:raised )?to the (?:exponent )?(?:normal |sans serif )?(?:down tack|T) (?:power|end exponent)/g,
    'transposed',
  ],
  // Layers and examples are numbered in parentheses above the line; those are no powers.
  [/raised to the open paren (.+?) close paren power/g, 'superscript $1'],
  [/raised to the (\w) power/g, 'superscript $1'],
  [/\bmetric of\b/g, 'norm of'],
  [/\bleft arrow\b/g, 'becomes'],
  [/\bright arrow\b/g, 'to'],
  [/\bcircled dot\b|\bcircled dot operator\b/g, 'times elementwise'],
  [/\bpartial differential\b/g, 'partial'],
  // An aligned line that begins with its relation has nothing to the left.
  [/\bblank (?=is|equals|plus|minus)/g, ''],
  [/\bnabla\b/g, 'gradient'],
  [/\bdouble struck E\b/g, 'expectation'],
  [/\blamda\b/g, 'lambda'],
  // Spelled out as in "R d".
  [/\br-([a-z0-9])\b/g, 'R $1'],
  [/ (?:period|comma)$/, ''],
];

/** Settles how the engine speaks; another setting makes the kept words void. */
const setting = {
  locale: 'en',
  modality: 'speech',
  domain: 'clearspeak',
  style: 'MultsymbolDot_Dot',
  markup: 'none',
};

/** Words by hash of the MathML. Beside Astro's own cache, so that a second build need not ask the engine again. */
const file = join(process.cwd(), 'node_modules/.astro/spoken-equations.json');
const version = createHash('sha256').update(JSON.stringify(setting)).digest('hex').slice(0, 8);
let unwritten = false;
const kept = new Map<string, string>(read());

function read(): [string, string][] {
  try {
    const { version: of, words } = JSON.parse(readFileSync(file, 'utf8'));
    return of === version ? Object.entries(words) : [];
  } catch {
    return [];
  }
}

/** Writes down what the engine has said so far. */
export function keepSpoken(): void {
  if (!unwritten) return;
  unwritten = false;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ version, words: Object.fromEntries(kept) }));
  renameSync(`${file}.${process.pid}`, file);
}

let engine: ReturnType<typeof start> | undefined;

async function start() {
  const { default: sre } = await import('speech-rule-engine');
  await sre.setupEngine(setting);
  await sre.engineReady();
  return sre;
}

/** @param mathml one `<math>` element without its annotation */
export async function spoken(mathml: string): Promise<string> {
  const key = createHash('sha256').update(mathml).digest('hex').slice(0, 16);
  let words = kept.get(key);
  if (words === undefined) {
    engine ??= start();
    words = (await engine).toSpeech(mathml).replace(/\s+/g, ' ').trim();
    kept.set(key, words);
    unwritten = true;
  }
  return wording.reduce((text, [said, meant]) => text.replace(said, meant), words);
}
