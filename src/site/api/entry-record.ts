/** An entry as programs read it: `/api/glossary.json`, `/api/<term>.json` and everything derived from them. */

import { z } from 'zod';

const address = z.url().describe('Absolute address');
const day = z.iso.date();
const terms = (meaning: string) => z.array(address).describe(meaning);

export const entryRecord = z.strictObject({
  id: z.string().describe('The last part of the address, e.g. "perceptron"'),
  url: address.describe('The page of the entry, which is also its identifier'),
  term: z.string(),
  aliases: z.array(z.string()).describe('Other names and abbreviations'),
  category: z.string(),
  definition: z.string().describe('One sentence of plain text'),
  prerequisites: terms('Entries to read first'),
  broader: terms('What this is a kind or a part of'),
  narrower: terms('What is a kind or a part of this'),
  related: terms('Entries worth reading next'),
  contrast: terms('What is easily confused with this, or its opposite'),
  shownIn: terms('Entries whose figure shows this at work'),
  figures: z.array(z.string()).describe('Names of the figures on the page that run models'),
  people: z.array(z.string()),
  period: z.string().nullable(),
  wikidata: address.nullable().describe('The item of Wikidata that means exactly this'),
  sources: z
    .array(z.string())
    .describe('Keys of the cited works in /sources.json, in order of first citation'),
  reviewed: day.describe('When the entry was last checked against its sources'),
  version: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('The first twelve digits of the SHA-256 of the file of the entry'),
  markdown: address.describe('The text of the entry as Markdown'),
});
export type EntryRecord = z.infer<typeof entryRecord>;

export const glossaryRecord = z.strictObject({
  name: z.string(),
  url: address,
  description: z.string(),
  licence: address,
  updated: day,
  entries: z.array(entryRecord),
});
export type GlossaryRecord = z.infer<typeof glossaryRecord>;

/** The schema that `/api/schema.json` publishes, in the dialect of 2020-12. */
export const glossarySchema = (): object =>
  z.toJSONSchema(glossaryRecord, { reused: 'ref', target: 'draft-2020-12' });
