/** Answers of the endpoints that programs read. */

const mediaTypes = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  md: 'text/markdown',
  txt: 'text/plain',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  csl: 'application/vnd.citationstyles.csl+json',
  atom: 'application/atom+xml',
  xml: 'application/xml',
  opensearch: 'application/opensearchdescription+xml',
} as const;

/** The type of one form, for links to it. */
export const mediaType = (type: keyof typeof mediaTypes): string => mediaTypes[type];

export const reply = (type: keyof typeof mediaTypes, text: string): Response =>
  new Response(text, { headers: { 'Content-Type': `${mediaTypes[type]}; charset=utf-8` } });

export const replyJson = (value: unknown, type: 'json' | 'jsonld' = 'json'): Response =>
  reply(type, `${JSON.stringify(value, null, 2)}\n`);
