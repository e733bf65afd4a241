/** What programs read, each judged by a parser that somebody else wrote. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { describe, expect, inject, it } from 'vitest';
import type { GlossaryRecord } from '../../src/site/api/entry-record.ts';
import { builtPages, publishedAt } from './built-site.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';

describe.each(['atRoot', 'underBase'] as const)('of the site built %s', (site) => {
  const { folder, base } = inject(site);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const json = (file: string) => JSON.parse(read(file));
  const glossary: GlossaryRecord = json('api/glossary.json');
  const home = publishedAt + base;

  const validator = () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    return ajv.compile(json('api/schema.json'));
  };

  it('the JSON keeps to the schema that is published beside it', () => {
    const validate = validator();
    expect(validate(glossary), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(glossary.entries.length).toBeGreaterThan(50);
  });

  it('the schema refuses a record that lacks its definition or names a wrong address', () => {
    const validate = validator();
    const [{ definition: _, ...without }] = glossary.entries;
    expect(validate({ ...glossary, entries: [without] })).toBe(false);
    expect(validate({ ...glossary, url: 'not an address' })).toBe(false);
  });

  it('each entry has a record of its own, a page and a Markdown file', () => {
    for (const entry of glossary.entries) {
      expect(json(`api/${entry.id}.json`)).toEqual(entry);
      expect(entry.url).toBe(`${home}${entry.id}/`);
      expect(existsSync(join(folder, entry.id, 'index.html')), entry.url).toBe(true);
      expect(read(`${entry.id}.md`)).toMatch(`# ${entry.term}\n\n${entry.definition}`);
    }
  });

  it('the Markdown has neither components nor citation keys left in it', () => {
    for (const { id } of glossary.entries)
      expect(read(`${id}.md`), id).not.toMatch(/<Widget|<Source|\[@[a-z]|\]\(\/(?!\/)/);
    expect(read('perceptron.md')).toContain('[1');
  });

  it('cited works are in the bibliography, which citation-js reads', () => {
    const sources: { id: string }[] = json('sources.json');
    const keys = sources.map(({ id }) => id);
    expect(glossary.entries.flatMap((entry) => entry.sources).filter((key) => !keys.includes(key))).toEqual(
      [],
    );
    expect(new Cite(sources).format('bibtex').match(/^@/gm)).toHaveLength(sources.length);
  });

  it('Turtle and JSON-LD say the same', async () => {
    const turtle = new Parser().parse(read('glossary.ttl'));
    const fromJson = new Parser({ format: 'N-Quads' }).parse(
      (await jsonld.toRDF(json('glossary.jsonld'), { format: 'application/n-quads' })) as string,
    );
    const lines = (quads: Quad[]) =>
      quads
        .map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`)
        .sort();
    expect(lines(turtle)).toEqual(lines(fromJson));
  });

  it('SKOS: every concept has one label, one definition and a place in the scheme; related excludes broader', () => {
    const quads = new Parser().parse(read('glossary.ttl'));
    const of = (name: string) => quads.filter(({ predicate }) => predicate.value === skos + name);
    const count = glossary.entries.length;
    for (const name of ['prefLabel', 'definition', 'inScheme']) expect(of(name), name).toHaveLength(count);
    const pairs = (name: string) => of(name).map(({ subject, object }) => `${subject.value} ${object.value}`);
    const turned = (name: string) =>
      of(name).map(({ subject, object }) => `${object.value} ${subject.value}`);
    expect(pairs('broader').sort()).toEqual(turned('narrower').sort());
    expect(pairs('related').sort()).toEqual(turned('related').sort());
    expect(pairs('related').filter((pair) => pairs('broader').includes(pair))).toEqual([]);
  });

  it('the feed of changes is Atom, newest first, with an item for each of the latest entries', () => {
    const feed = parseFeed(read('changes.xml'));
    expect(feed.meta).toMatchObject({ type: 'atom', version: '1.0' });
    expect(feed.items.length).toBe(Math.min(60, glossary.entries.length));
    const dates = feed.items.map(({ published, updated }) => Number(updated ?? published));
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(feed.items.every(({ url }) => url?.startsWith(home))).toBe(true);
  });

  it('the sitemap lists every entry with the day it was reviewed', () => {
    const text = read('sitemap.xml');
    expect(XMLValidator.validate(text)).toBe(true);
    const { url }: { url: { loc: string; lastmod: string }[] } = new XMLParser().parse(text).urlset;
    const listed = new Map(url.map(({ loc, lastmod }) => [loc, lastmod]));
    for (const entry of glossary.entries) expect(listed.get(entry.url)).toBe(entry.reviewed);
    for (const { loc } of url) expect(loc).toMatch(home);
  });

  it('the OpenSearch description names the page that searches', () => {
    const text = read('opensearch.xml');
    expect(XMLValidator.validate(text)).toBe(true);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(text).OpenSearchDescription;
    expect(parsed.Url['@_template']).toBe(`${home}?q={searchTerms}`);
    expect(parsed.ShortName.length).toBeLessThanOrEqual(16);
  });

  it('the Sphinx inventory names every term and alias with its page', () => {
    const bytes = readFileSync(join(folder, 'objects.inv'));
    let at = 0;
    const head = Array.from({ length: 4 }, () => {
      const end = bytes.indexOf('\n', at);
      const line = bytes.toString('utf8', at, end);
      at = end + 1;
      return line;
    });
    expect(head[0]).toBe('# Sphinx inventory version 2');
    const lines = inflateSync(bytes.subarray(at)).toString('utf8').trimEnd().split('\n');
    // The pattern by which Sphinx itself reads a line.
    const pattern = /^(.+?)\s+(\S+)\s+(-?\d+)\s+?(\S*)\s+(.*)$/;
    const found = new Map(lines.map((line) => pattern.exec(line)).map((match) => [match?.[1], match?.[4]]));
    for (const { term, aliases } of glossary.entries)
      for (const name of [term, ...aliases])
        if (!/\s\d+$/.test(name)) expect(found.get(name), name).toBeDefined();
    // Whatever stands there is read back as it was meant.
    const names = new Set(glossary.entries.flatMap(({ term, aliases }) => [term, ...aliases]));
    expect([...found.keys()].filter((name) => !names.has(name ?? ''))).toEqual([]);
    expect(found.get('Perceptron')).toBe('perceptron/');
  });

  it('a citation parser gets complete metadata from the page of every entry, by the forms that it links', () => {
    const pages = new Map(builtPages(inject(site)).map((page) => [page.path, page.document]));
    for (const { id, url, term, definition, version, reviewed } of glossary.entries) {
      const document = pages.get(`${base}${id}/`);
      const head = (name: string) => document?.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
      expect([head('citation_title'), head('citation_public_url'), head('citation_version')], id).toEqual([
        term,
        url,
        version,
      ]);
      expect(head('citation_author'), id).toBe(glossary.name);
      expect(head('citation_publication_date'), id).toBe(reviewed.replaceAll('-', '/'));
      for (const [type, ending] of [
        ['application/x-bibtex', 'bib'],
        ['application/x-research-info-systems', 'ris'],
        ['application/vnd.citationstyles.csl+json', 'csl.json'],
      ]) {
        const link = document?.querySelector(`link[rel=describedby][type="${type}"]`)?.getAttribute('href');
        expect(link, id).toBe(`${base}cite/${id}.${ending}`);
        const [work] = new Cite(read(`cite/${id}.${ending}`)).data;
        expect(String(work.title).toLowerCase(), `${id}.${ending}`).toBe(term.toLowerCase());
        expect(work.URL, `${id}.${ending}`).toBe(url);
        expect(JSON.stringify(work.author), `${id}.${ending}`).toContain(glossary.name);
        expect(JSON.stringify(work.issued), `${id}.${ending}`).toContain(reviewed.slice(0, 4));
        expect(work.note, `${id}.${ending}`).toContain(version);
        if (ending !== 'bib') expect(work.abstract, `${id}.${ending}`).toBe(definition);
      }
    }
  });

  it('JSON-LD says that the page defines a term of the set, and who publishes which version of it', async () => {
    const document = builtPages(inject(site)).find(({ path }) => path === `${base}perceptron/`)?.document;
    const data = JSON.parse(
      document?.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}',
    );
    const entry = glossary.entries.find(({ id }) => id === 'perceptron');
    expect(data).toMatchObject({
      '@type': 'DefinedTerm',
      '@id': entry?.url,
      name: 'Perceptron',
      description: entry?.definition,
      inDefinedTermSet: { '@type': 'DefinedTermSet', url: home },
      subjectOf: { author: { name: glossary.name }, version: entry?.version, dateModified: entry?.reviewed },
    });
    expect(existsSync(join(folder, new URL(data.subjectOf.image).pathname.slice(base.length)))).toBe(true);
  });

  it('llms.txt links the Markdown of every entry, and robots.txt the sitemap', () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# The Live Glossary of Deep Learning\n\n> /);
    for (const { markdown } of glossary.entries) expect(text).toContain(`](${markdown})`);
    expect(read('robots.txt')).toContain(`Sitemap: ${home}sitemap.xml`);
  });
});
