/** Sources as readers cite them: APA, 7th edition. Formatted by citation-js. */

import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { SourceRecord } from './read.ts';

const { format } = plugins.config.get('@bibtex');
format.useIdAsLabel = true;
// Otherwise the hyphens of keys are dropped.
format.checkLabel = false;

export const apa = { template: 'apa', lang: 'en-US' };

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
