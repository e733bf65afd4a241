/** The glossary as a SKOS concept scheme (W3C, 2009), in JSON-LD and in Turtle. */

import type { EntryRecord, GlossaryRecord } from './entry-record.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';
const terms = 'http://purl.org/dc/terms/';

/** A property of a concept: literals carry a language, everything else is an address. */
type Statement = readonly [property: string, values: readonly string[], kind: 'literal' | 'address' | 'date'];

function statements(record: EntryRecord, glossary: GlossaryRecord): Statement[] {
  const all: Statement[] = [
    ['skos:prefLabel', [record.term], 'literal'],
    ['skos:altLabel', record.aliases, 'literal'],
    ['skos:definition', [record.definition], 'literal'],
    ['skos:inScheme', [glossary.url], 'address'],
    ['skos:topConceptOf', record.broader.length === 0 ? [glossary.url] : [], 'address'],
    ['skos:broader', record.broader, 'address'],
    ['skos:narrower', record.narrower, 'address'],
    ['skos:related', unordered(record, glossary), 'address'],
    ['skos:exactMatch', record.wikidata ? [record.wikidata] : [], 'address'],
    ['dcterms:requires', record.prerequisites, 'address'],
    ['dcterms:modified', [record.reviewed], 'date'],
  ];
  return all.filter(([, values]) => values.length > 0);
}

/**
 * SKOS takes `related` for symmetric and forbids it between a concept and what is broader than it, so it holds
 * what either side names, without the hierarchy above and below.
 */
function unordered(record: EntryRecord, { entries }: GlossaryRecord): string[] {
  const named = entries
    .filter(
      ({ url, related, contrast }) =>
        [...record.related, ...record.contrast].includes(url) ||
        [...related, ...contrast].includes(record.url),
    )
    .map(({ url }) => url);
  const lineage = new Set([...above(record, entries), ...below(record, entries)]);
  return named.filter((url) => url !== record.url && !lineage.has(url));
}

const reach = (next: (record: EntryRecord) => readonly string[]) =>
  function all(record: EntryRecord, entries: readonly EntryRecord[], seen = new Set<string>()): Set<string> {
    for (const url of next(record)) {
      if (seen.has(url)) continue;
      seen.add(url);
      const other = entries.find((one) => one.url === url);
      if (other) all(other, entries, seen);
    }
    return seen;
  };
const above = reach(({ broader }) => broader);
const below = reach(({ narrower }) => narrower);

export function toJsonLd(glossary: GlossaryRecord): object {
  const values = (list: readonly string[], kind: Statement[2]) =>
    list.map((value) => {
      if (kind === 'address') return { '@id': value };
      if (kind === 'date') return { '@value': value, '@type': 'xsd:date' };
      return { '@value': value, '@language': 'en' };
    });
  return {
    '@context': { skos, dcterms: terms, xsd: 'http://www.w3.org/2001/XMLSchema#' },
    '@graph': [
      {
        '@id': glossary.url,
        '@type': 'skos:ConceptScheme',
        'dcterms:title': { '@value': glossary.name, '@language': 'en' },
        'dcterms:description': { '@value': glossary.description, '@language': 'en' },
        'dcterms:license': { '@id': glossary.licence },
        'skos:hasTopConcept': glossary.entries
          .filter(({ broader }) => broader.length === 0)
          .map(({ url }) => ({ '@id': url })),
      },
      ...glossary.entries.map((record) => ({
        '@id': record.url,
        '@type': 'skos:Concept',
        ...Object.fromEntries(
          statements(record, glossary).map(([property, list, kind]) => [property, values(list, kind)]),
        ),
      })),
    ],
  };
}

export function toTurtle(glossary: GlossaryRecord): string {
  const written = (value: string, kind: Statement[2]) => {
    if (kind === 'address') return `<${value}>`;
    return kind === 'date' ? `${quoted(value)}^^xsd:date` : `${quoted(value)}@en`;
  };
  const block = (url: string, type: string, list: readonly Statement[]) =>
    `<${url}> a ${type}` +
    list
      .map(([name, values, kind]) => ` ;\n  ${name} ${values.map((one) => written(one, kind)).join(', ')}`)
      .join('') +
    ' .';
  const scheme: Statement[] = [
    ['dcterms:title', [glossary.name], 'literal'],
    ['dcterms:description', [glossary.description], 'literal'],
    ['dcterms:license', [glossary.licence], 'address'],
    [
      'skos:hasTopConcept',
      glossary.entries.filter(({ broader }) => broader.length === 0).map(({ url }) => url),
      'address',
    ],
  ];
  const blocks = [
    `@prefix skos: <${skos}> .\n@prefix dcterms: <${terms}> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`,
    block(glossary.url, 'skos:ConceptScheme', scheme),
    ...glossary.entries.map((record) => block(record.url, 'skos:Concept', statements(record, glossary))),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A Turtle string: quotes, backslashes and line ends are escaped. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
