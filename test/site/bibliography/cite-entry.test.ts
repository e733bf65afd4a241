import { Cite } from '@citation-js/core';
import { describe, expect, it } from 'vitest';
import { toXml } from '../../../src/site/bibliography/chicago.ts';
import { citeEntry, citeFigure } from '../../../src/site/bibliography/cite-entry.ts';

const entry = {
  slug: 'linear-separability',
  term: 'Linear separability',
  reviewed: '2026-11-03',
  version: '0123456789ab',
  glossary: 'The Glossary',
  definition: 'The property that a line can part two classes.',
  licence: 'https://example.org/licence',
};

describe('citeEntry', () => {
  const url = 'https://example.org/linear-separability/';
  const { apa, chicago, plain, bibtex, ris, csl } = citeEntry({ ...entry, url });

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

describe('citeFigure', () => {
  // Long, and with characters that BibTeX escapes elsewhere.
  const url = `https://example.org/perceptron/?version=0123456789ab&models=xor-mlp.ba9876543210&perceptron.points=${'1.5,-2,'.repeat(30)}%20_x#figure-perceptron`;
  const forms = citeFigure({
    ...entry,
    url,
    figure: 'perceptron',
    title: 'Perceptron',
    models: { 'xor-mlp': 'ba9876543210' },
  });
  it.each(Object.entries(forms))('holds the link that freezes the figure, whole, as %s', (_, text) =>
    expect(text).toContain(url),
  );
  it.each(['bibtex', 'ris', 'csl'] as const)('is read back from %s with version and models', (form) => {
    const [read] = new Cite(forms[form]).data;
    expect(read).toMatchObject({ title: 'Perceptron (interactive figure)', URL: url });
    expect(read.note).toBe('Version 0123456789ab; models xor-mlp ba9876543210');
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
