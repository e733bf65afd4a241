/** The collections of the site. Messages are written for authors: they appear when `npm run build` stops. */

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { modelCard } from './recipes/model-card.ts';
import { bibliography } from './site/bibliography/loader.ts';
import { categories } from './site/categories.ts';
import { periodPattern } from './site/periods.ts';

const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be the file name of an entry without ".mdx", as in "linear-separability"',
  );

/** A date as `2026-11-23`, which YAML hands over as a Date. */
const day = z
  .union([z.date(), z.iso.date()], { error: 'must be a date as in 2026-11-23' })
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value));

const entries = defineCollection({
  loader: glob({ base: './content/entries', pattern: '*.mdx' }),
  schema: z.strictObject({
    /** The name of the entry as a heading, e.g. "Linear separability". */
    term: z.string().min(1),
    /** Other names and abbreviations by which readers search. */
    aliases: z.array(z.string().min(1)).default([]),
    category: z.enum(categories),
    /** The definition in one sentence, plain text: no Markdown, no mathematics. */
    summary: z
      .string()
      .min(20, 'must be a whole sentence')
      .max(300, 'must be one sentence of at most 300 characters')
      .regex(/\.$/, 'must end with a full stop')
      .regex(/^[^$*_`]*$/, 'must be plain text, without Markdown or mathematics'),
    /** Entries worth reading next. */
    related: z.array(slug).default([]),
    /** Entries to read first. */
    prerequisites: z.array(slug).default([]),
    /** Terms that this one is a kind or a part of. */
    broader: z.array(slug).default([]),
    /** Terms that are easily confused with this one, or that are its opposite. */
    contrast: z.array(slug).default([]),
    /** Entries whose figure shows this term at work. */
    shownIn: z.array(slug).default([]),
    /** Whose work it is, as "Frank Rosenblatt". */
    people: z.array(z.string().min(3)).default([]),
    /** The item of Wikidata that means exactly this, if that is certain. */
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d*$/, 'must be an item of Wikidata as in "Q690207"')
      .optional(),
    /** The day somebody last checked the entry against its sources. */
    reviewed: day,
    /** When the idea arose and mattered; search finds the entry under these decades. */
    period: z
      .string()
      .regex(periodPattern, 'must be years as in "2012", 1957–1969 or 1951–today, with an en dash')
      .optional(),
  }),
});

const models = defineCollection({
  // `models/perceptron/card.json` is the card of "perceptron".
  loader: glob({
    base: './models',
    pattern: '*/card.json',
    generateId: ({ entry }) => entry.slice(0, entry.indexOf('/')),
  }),
  schema: modelCard,
});

const sources = defineCollection({
  loader: bibliography('content/sources.bib'),
  schema: z.looseObject({ id: z.string(), type: z.string(), title: z.string() }),
});

export const collections = { entries, models, sources };
