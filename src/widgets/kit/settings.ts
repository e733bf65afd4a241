/**
 * A figure's settings in a page's address: `?<widget>.<field>=<value>&<widget>.v=<version>#figure-<widget>`.
 *
 * Several figures share one query. Only what differs from the start is written. Whatever stands there, reading gives
 * valid settings, and a sentence for each thing that was not as the link said.
 */

import { type Field, quoted } from './settings-fields.ts';

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Settings<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

export interface SettingsSchema<F extends Fields> {
  /** Name of the widget's folder. */
  readonly name: string;
  readonly fields: F;
  /** Counts up when a field is renamed or its values mean something else; 1 unless told. */
  readonly version?: number;
  /** By version: from the texts of a link of that version to those of the next. */
  readonly migrations?: Readonly<Record<number, (texts: Texts) => Texts>>;
}

/** By field, as they stand in a link. */
export type Texts = Readonly<Record<string, string>>;

export interface ReadSettings<F extends Fields> {
  readonly settings: Settings<F>;
  /** Sentences for the reader, plain text; empty if the link said nothing wrong. */
  readonly notes: readonly string[];
}

/** Longer values are no settings of ours. */
const longest = 2000;
/** A hostile link may hold thousands of mistakes; the reader sees so many and the count of the rest. */
const mostNotes = 4;

export const figureId = (name: string): string => `figure-${name}`;

export const startSettings = <F extends Fields>({ fields }: Pick<SettingsSchema<F>, 'fields'>): Settings<F> =>
  Object.fromEntries(Object.entries(fields).map(([name, { start }]) => [name, start])) as Settings<F>;

/**
 * The same settings with another start, for a page whose text is about that state.
 * @param state as in a link, without the widget's name: "points=xor&rate=0.1"; empty for the usual start
 * @returns what it says, and the sentences that a reader of such a link would be told
 */
export function startingAt<F extends Fields, S extends SettingsSchema<F>>(
  schema: S & SettingsSchema<F>,
  state: string,
): { readonly schema: S; readonly notes: readonly string[] } {
  if (state === '') return { schema, notes: [] };
  const query = state.split('&').map((part) => `${schema.name}.${part}`);
  const { settings, notes } = readSettings<F>(schema, query.join('&'));
  const fields = Object.entries(schema.fields).map(([name, field]) => [
    name,
    { ...field, start: settings[name] },
  ]);
  return { schema: { ...schema, fields: Object.fromEntries(fields) }, notes };
}

/** @param query with or without "?" */
export function readSettings<F extends Fields>(schema: SettingsSchema<F>, query: string): ReadSettings<F> {
  const { fields } = schema;
  const notes: string[] = [];
  const texts = migrated(schema, collected(schema.name, query, notes), notes);
  const settings: Record<string, unknown> = { ...startSettings(schema) };
  for (const [name, text] of Object.entries(texts)) {
    // A migration moves what is there; what is not there stays absent.
    if (text === undefined) continue;
    if (!Object.hasOwn(fields, name)) {
      notes.push(`The link sets ${quoted(name)}, which this figure does not have.`);
      continue;
    }
    const field = fields[name];
    if (text.length > longest) {
      notes.push(
        `The link’s text for the ${field.label} is too long, so the figure starts as it always does.`,
      );
      continue;
    }
    const { value, note } = field.read(text);
    settings[name] = value;
    if (note) notes.push(note);
  }
  const more = notes.length - mostNotes;
  return {
    settings: settings as Settings<F>,
    notes: more > 0 ? [...notes.slice(0, mostNotes), `And ${more} more that could not be followed.`] : notes,
  };
}

/** What differs from the start, as a query without "?"; empty if nothing does. */
export function writeSettings<F extends Fields>(schema: SettingsSchema<F>, settings: Settings<F>): string {
  const parts = Object.entries(schema.fields).flatMap(([name, field]) => {
    const text = field.write(settings[name]);
    return text === field.write(field.start) ? [] : [`${schema.name}.${name}=${encoded(text)}`];
  });
  return parts.length === 0 ? '' : [...parts, `${schema.name}.v=${schema.version ?? 1}`].join('&');
}

/** The page's address with these settings; what other figures of the page have set stays. */
export function linkTo<F extends Fields>(
  schema: SettingsSchema<F>,
  settings: Settings<F>,
  page: { readonly origin: string; readonly pathname: string; readonly search: string },
): string {
  const others = page.search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(`${schema.name}.`));
  const query = [...others, writeSettings(schema, settings)].filter((part) => part !== '').join('&');
  return `${page.origin}${page.pathname}${query === '' ? '' : `?${query}`}#${figureId(schema.name)}`;
}

/** The texts of this figure's fields; the first where a field is given twice. */
function collected(widget: string, query: string, notes: string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, text] of new URLSearchParams(query)) {
    if (!key.startsWith(`${widget}.`)) continue;
    const name = key.slice(widget.length + 1);
    if (!texts.has(name)) texts.set(name, text);
    else if (texts.get(name) !== text)
      notes.push(`The link sets ${quoted(name)} more than once; the first counts.`);
  }
  return texts;
}

function migrated<F extends Fields>(
  { version = 1, migrations = {} }: SettingsSchema<F>,
  texts: Map<string, string>,
  notes: string[],
): Texts {
  const said = texts.get('v');
  texts.delete('v');
  // Without a prototype, so that a field called "constructor" is one like others.
  let current: Texts = Object.assign(Object.create(null), Object.fromEntries(texts));
  if (said === undefined) return current;
  const isVersion = /^[1-9]\d{0,3}$/.test(said);
  const from = isVersion ? Number(said) : version;
  if (!isVersion)
    notes.push(`The link names the version ${quoted(said)}, which there is not; it is read as of today.`);
  else if (from > version)
    notes.push('The link was made by a newer version of this figure; what is known of it is shown.');
  for (let one = from; one < version; one++) current = migrations[one]?.(current) ?? current;
  return current;
}

/** Commas stay legible: they mean nothing in a query. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');
