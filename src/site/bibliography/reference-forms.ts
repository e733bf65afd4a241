/** One record in the forms that people and programs use; formatted by citation-js. */

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { chicago } from './chicago.ts';
import { apa } from './format.ts';

export interface ReferenceForms {
  readonly apa: string;
  readonly chicago: string;
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON. */
  readonly csl: string;
}

export interface CslRecord {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly [field: string]: unknown;
}

export function referenceForms(record: CslRecord): ReferenceForms {
  const cited = new Cite([record]);
  const text = (style: typeof apa) => cited.format('bibliography', { ...style, format: 'text' }).trim();
  // BibTeX has no field for a day.
  const [[year, month]] = record.issued['date-parts'];
  const toMonth = { ...record, issued: { 'date-parts': [[year, month]] } };
  return {
    apa: text(apa),
    chicago: text(chicago),
    // The address stands there twice, once escaped for a field that TeX sets.
    bibtex: new Cite([toMonth])
      .format('bibtex')
      .replace(/^\s*howpublished = .*\n/m, '')
      .replaceAll('\t', '  ')
      .trim(),
    // Long lines come broken in the middle of words, which not every reader of the format joins again.
    ris: cited
      .format('ris')
      .replace(/\n(?![A-Z][A-Z0-9] {2}-|$)/g, '')
      .trim(),
    csl: JSON.stringify([record], null, 2),
  };
}
