/** The characters that pages can show, read from what pages are made of, so that fonts need carry no others. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import katex from 'katex';
import { readBibliography } from '../bibliography/read.ts';
import { readNotation } from '../notation/notation.ts';

/** What citation styles, number formats and Markdown put into a text that its author did not type. */
const typographic = '\u00a0–—‘’“”…·×÷−±≤≥≈≠→←↩′″°§¶†‡•½¼¾²³¹';
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCodePoint(0x20 + i)).join('');

const folders = ['content', 'src/site', 'src/pages', 'src/widgets'];

function textOf(folder: string, ending: RegExp): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
}

const distinct = (text: string): string => [...new Set(text)].sort().join('');

/** Of every text on the site: entries, sources as they are cited, components, figures. */
export function usedCharacters(): string {
  const texts = folders.map((folder) => textOf(folder, /\.(mdx|json|ts|astro)$/));
  // BibTeX writes letters with accents in its own way; the bibliography holds them as they are shown.
  const sources = JSON.stringify(readBibliography('content/sources.bib'));
  return distinct(`${ascii}${typographic}${texts.join('')}${sources}`);
}

/** Of every equation as KaTeX sets it, which is not as it is written: `\le` becomes ≤. */
export interface EquationCharacters {
  /** Letters of variables, which KaTeX sets in its italic. */
  readonly italic: string;
  /** All others: digits, signs, names of functions. */
  readonly others: string;
}

export function equationCharacters(): EquationCharacters {
  const symbols = readNotation().flatMap(({ tex, senses }) => [
    `$${tex}$`,
    ...senses.flatMap(({ meaning, shape }) => [meaning, shape]),
  ]);
  const entries = `${textOf('content/entries', /\.mdx$/)}\n${symbols.join('\n')}`;
  const set = [...entries.matchAll(/\$\$([\s\S]+?)\$\$|\$([^$\n]+)\$/g)]
    // A dollar sign in code is no equation; what does not parse is reported when the page itself is made.
    .map(([, display, inline]) =>
      katex.renderToString(display ?? inline, {
        displayMode: display !== undefined,
        output: 'html',
        throwOnError: false,
        strict: 'ignore',
      }),
    )
    .join('');
  const variable = /<span class="[^"]*\bmathnormal\b[^"]*"[^>]*>([^<]*)/g;
  return {
    italic: charactersOf([...set.matchAll(variable)].map(([, letters]) => letters).join('')),
    others: charactersOf(set.replace(variable, '').replace(/<[^>]*>/g, '')),
  };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const charactersOf = (markup: string): string =>
  distinct(
    markup
      .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/&(amp|lt|gt|quot);/g, (_, name) => named[name]),
  );
