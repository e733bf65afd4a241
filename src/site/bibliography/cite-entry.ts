/** How to cite an entry of this glossary, which as a whole stands in for the author; formatted by citation-js. */

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { chicago } from './chicago.ts';
import { apa } from './format.ts';

export interface CitedEntry {
  readonly slug: string;
  readonly term: string;
  readonly url: string;
  /** The day the entry was last reviewed, ISO. */
  readonly reviewed: string;
  /** Twelve hexadecimal digits; see `versionOf`. */
  readonly version: string;
  readonly glossary: string;
}

export interface Citations {
  readonly apa: string;
  readonly chicago: string;
  readonly plain: string;
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON. */
  readonly csl: string;
}

export function citeEntry(entry: CitedEntry): Citations {
  const { slug, term, url, reviewed, version, glossary } = entry;
  const [year, month, day] = reviewed.split('-').map(Number);
  const record = (issued: number[]) => ({
    id: `live-glossary-${slug}`,
    type: 'webpage',
    title: term,
    author: [{ literal: glossary }],
    issued: { 'date-parts': [issued] },
    version,
    URL: url,
  });
  const cited = new Cite([record([year, month, day])]);
  const text = (style: typeof apa) => cited.format('bibliography', { ...style, format: 'text' }).trim();
  return {
    apa: text(apa),
    chicago: text(chicago),
    plain: `“${term}”, ${glossary}, version ${version} of ${reviewed}, ${url}`,
    // BibTeX has no field for a day.
    bibtex: new Cite([record([year, month])]).format('bibtex').trim().replaceAll('\t', '  '),
    ris: cited.format('ris').trim(),
    csl: JSON.stringify([record([year, month, day])], null, 2),
  };
}
