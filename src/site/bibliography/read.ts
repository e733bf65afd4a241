/** content/sources.bib, read by citation-js into CSL-JSON. */

import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { didYouMean } from '../nearest-name.ts';

/** A source in CSL-JSON; `id` is its citation key. */
export interface SourceRecord {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

/** The types of entries in use, and the fields each must have, by their names in CSL. */
const requiredFields: Record<string, readonly string[]> = {
  article: ['author', 'title', 'container-title', 'issued'],
  book: ['title', 'publisher', 'issued'],
  incollection: ['author', 'title', 'container-title', 'issued'],
  inproceedings: ['author', 'title', 'container-title', 'issued'],
  mastersthesis: ['author', 'title', 'publisher', 'issued'],
  misc: ['author', 'title', 'issued'],
  phdthesis: ['author', 'title', 'publisher', 'issued'],
  techreport: ['author', 'title', 'publisher', 'issued'],
  unpublished: ['author', 'title', 'issued'],
};

/** The form of a citation key: "rosenblatt-1958", "lecun-1998-efficient". */
export const keyPattern = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*-\d{4}[a-z]?(-[a-z0-9]+)*$/;

/** Registrant, slash, whatever the registrant chose: no address, no space. */
const doiPattern = /^10\.\d{4,9}\/\S+$/;

/**
 * @param name where the text comes from, for error messages
 * @throws Error that names the file and the entry, if the text is not BibTeX, an entry lacks a required
 *   field, a key or a DOI is malformed or two entries share a key
 */
export function parseBibliography(text: string, name: string): SourceRecord[] {
  let records: SourceRecord[];
  try {
    records = new Cite(text, { forceType: '@bibtex/text', generateGraph: false }).data;
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  const types = [...text.matchAll(/^\s*@(?!comment|string|preamble)(\w+)\s*\{/gim)].map(([, type]) =>
    type.toLowerCase(),
  );
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const { id } = record;
    if (!keyPattern.test(id)) {
      throw new Error(`${name}: key "${id}" does not have the form author-year, as in "rosenblatt-1958"`);
    }
    if (seen.has(id)) throw new Error(`${name}: two entries have the key "${id}"`);
    seen.add(id);
    if ('DOI' in record && !doiPattern.test(String(record.DOI)))
      throw new Error(
        `${name}: "${id}" has the DOI "${record.DOI}"; a DOI stands bare, as in "10.1037/h0042519"`,
      );
    const required = requiredFields[types[index]];
    if (!required) {
      const known = Object.keys(requiredFields);
      throw new Error(`${name}: "${id}" has the type "${types[index]}".${didYouMean(types[index], known)}`);
    }
    const missing = required.filter((field) => !(field in record));
    if (missing.length > 0) throw new Error(`${name}: "${id}" lacks ${missing.join(', ')}`);
  }
  return records.map(keepReportNumberWhole);
}

/** @throws Error as `parseBibliography` does, or if there is no such file */
export const readBibliography = (path: string): SourceRecord[] =>
  parseBibliography(readFileSync(path, 'utf8'), path.replace(`${process.cwd()}/`, ''));

/** citeproc takes "85-460-1" for a range of numbers ("Nos. 85-460–1"); a hyphen that does not break is left alone. */
function keepReportNumberWhole(record: SourceRecord): SourceRecord {
  return typeof record.number === 'string'
    ? { ...record, number: record.number.replaceAll('-', '‑') }
    : record;
}
