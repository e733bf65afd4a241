/** Sources and entries as readers cite them: APA, 7th edition, and BibTeX. Formatted by citation-js. */

import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { SourceRecord } from './read.ts';

const { format } = plugins.config.get('@bibtex');
format.useIdAsLabel = true;
// Otherwise the hyphens of keys are dropped.
format.checkLabel = false;

const apa = { template: 'apa', lang: 'en-US' };

/** One source as HTML, with links for DOI and URL. */
export function formatSource(record: SourceRecord): string {
  const [[, html]] = new Cite([record]).format('bibliography', {
    ...apa,
    format: 'html',
    asEntryArray: true,
    hyperlinks: true,
  });
  return html.trim().replace(/^<div[^>]*>|<\/div>$/g, '');
}

/** One source as plain text in one line. */
export const plainReference = (record: SourceRecord): string =>
  new Cite([record])
    .format('bibliography', { ...apa, format: 'text' })
    .trim()
    .replaceAll(/\s+/g, ' ');

/**
 * How to cite an entry of this glossary, which as a whole stands in for the author.
 *
 * @param reviewed the day the entry was last reviewed, ISO
 */
export function citeEntry(entry: {
  slug: string;
  term: string;
  url: string;
  reviewed: string;
  glossary: string;
}): { text: string; bibtex: string } {
  const [year, month, day] = entry.reviewed.split('-').map(Number);
  const cite = (issued: number[]) =>
    new Cite([
      {
        id: `live-glossary-${entry.slug}`,
        type: 'webpage',
        title: entry.term,
        author: [{ literal: entry.glossary }],
        issued: { 'date-parts': [issued] },
        URL: entry.url,
      },
    ]);
  return {
    text: cite([year, month, day])
      .format('bibliography', { ...apa, format: 'text' })
      .trim(),
    // BibTeX has no field for a day.
    bibtex: cite([year, month]).format('bibtex').trim().replaceAll('\t', '  '),
  };
}
