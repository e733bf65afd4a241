/** The page of an entry as a work, in the vocabulary of schema.org. */

import { absolute } from '../address.ts';
import type { Entry } from '../entries.ts';
import { citedEntry } from './cited-entry.ts';

/** @param image address of its picture */
export function describedPage(entry: Entry, image: string): Record<string, unknown> {
  const { term, url, reviewed, version, glossary, definition, licence } = citedEntry(entry);
  const site = { '@type': 'Organization', name: glossary, url: absolute('/') };
  return {
    '@type': 'Article',
    headline: term,
    description: definition,
    url,
    image,
    author: site,
    publisher: site,
    datePublished: reviewed,
    dateModified: reviewed,
    version,
    inLanguage: 'en-GB',
    license: licence,
    isAccessibleForFree: true,
  };
}
