/** How to cite an entry of this glossary, which as a whole stands in for the author, and how a figure of one. */

import { type CslRecord, type ReferenceForms, referenceForms } from './reference-forms.ts';

export interface CitedEntry {
  readonly slug: string;
  readonly term: string;
  readonly url: string;
  /** The day the entry was last reviewed, ISO. */
  readonly reviewed: string;
  /** Twelve hexadecimal digits; see `versionOf`. */
  readonly version: string;
  readonly glossary: string;
  readonly definition: string;
  /** Address of the licence. */
  readonly licence: string;
}

export interface CitedFigure extends CitedEntry {
  /** A folder of src/widgets. */
  readonly figure: string;
  readonly title: string;
  /** Short hashes of the models it runs, by id. */
  readonly models: Readonly<Record<string, string>>;
}

export interface Citations extends ReferenceForms {
  readonly plain: string;
}

export function citeEntry(entry: CitedEntry): Citations {
  const { term, glossary, version, reviewed, url } = entry;
  return {
    ...referenceForms(entryRecord(entry)),
    plain: `“${term}”, ${glossary}, version ${version} of ${reviewed}, ${url}`,
  };
}

/** The entry in CSL-JSON. */
export const entryRecord = (entry: CitedEntry): CslRecord => ({
  id: `live-glossary-${entry.slug}`,
  type: 'webpage',
  title: entry.term,
  ...shared(entry),
  note: `Version ${entry.version}`,
  abstract: entry.definition,
});

/** @param figure its `url` is the link that freezes it */
export function citeFigure(figure: CitedFigure): Citations {
  const { slug, figure: name, title, term, glossary, version, reviewed, url } = figure;
  const models = Object.entries(figure.models).map(([id, hash]) => `${id} ${hash}`);
  const record: CslRecord = {
    id: `live-glossary-${slug}-figure-${name}`,
    type: 'webpage',
    title: `${title} (interactive figure)`,
    ...shared(figure),
    note: [`Version ${version}`, ...(models.length > 0 ? [`models ${models.join(', ')}`] : [])].join('; '),
  };
  const run = models.length > 0 ? `, running ${models.join(', ')}` : '';
  return {
    ...referenceForms(record),
    plain: `Figure “${title}” in “${term}”, ${glossary}, version ${version} of ${reviewed}${run}, ${url}`,
  };
}

function shared({ glossary, reviewed, version, url, licence }: CitedEntry) {
  const [year, month, day] = reviewed.split('-').map(Number);
  return {
    // Styles would name the site again if it were the container, too.
    author: [{ literal: glossary }],
    issued: { 'date-parts': [[year, month, day]] },
    language: 'en-GB',
    version,
    license: licence,
    URL: url,
  };
}
