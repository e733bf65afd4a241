import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { toXml } from '../../../src/site/bibliography/chicago.ts';
import { citeEntry } from '../../../src/site/bibliography/cite-entry.ts';

describe('citeEntry', () => {
  const url = 'https://example.org/linear-separability/';
  const { apa, chicago, plain, bibtex, ris, csl } = citeEntry({
    slug: 'linear-separability',
    term: 'Linear separability',
    url,
    reviewed: '2026-11-03',
    version: '0123456789ab',
    glossary: 'The Glossary',
  });

  it('gives APA with the day of review', () =>
    expect(apa).toContain(`The Glossary. (2026, November 3). Linear separability`));
  it('gives Chicago with the year after the author and the title in quotes', () => {
    expect(chicago).toMatch(/^The Glossary\. 2026\. “Linear Separability\.”/);
    expect(chicago).toContain(url);
  });
  it('gives a line of plain text that names the version', () =>
    expect(plain).toBe(`“Linear separability”, The Glossary, version 0123456789ab of 2026-11-03, ${url}`));
  it('gives BibTeX under a key of this glossary, hyphens kept', () => {
    expect(bibtex).toMatch(/^@misc\{live-glossary-linear-separability,/);
    expect(bibtex).toContain('author = {{The Glossary}}');
    expect(bibtex).toContain('title = {Linear separability}');
    expect(bibtex).toContain('year = {2026}');
  });
  it.each([
    ['BibTeX', bibtex],
    ['RIS', ris],
    ['CSL-JSON', csl],
  ])('gives %s from which a parser reads title, author, year and address', (_, text) => {
    const [read] = new Cite(text).data;
    expect(read).toMatchObject({ title: 'Linear separability', URL: url });
    expect(JSON.stringify(read.author)).toContain('The Glossary');
    expect(JSON.stringify(read.issued)).toContain('2026');
  });
});

describe('toXml', () => {
  it('writes attributes and escapes what XML reserves', () =>
    expect(
      toXml({
        name: 'term',
        attrs: { name: 'a"b' },
        children: ['<&>', { name: 'x', attrs: {}, children: [] }],
      }),
    ).toBe('<term name="a&quot;b">&lt;&amp;&gt;<x></x></term>'));
});
