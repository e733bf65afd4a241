/** The figures that other sites can set into their pages: each figure of an entry, with the words that go with it. */

import { figuresIn } from '../api/entry-text.ts';

interface Text {
  readonly id: string;
  readonly body?: string | undefined;
  readonly data: { readonly term: string };
}

export interface EmbeddedFigure<T extends Text = Text> {
  /** A folder of src/widgets. */
  readonly name: string;
  /** Where the figure is at home: the entry of its name, else the first that shows it. */
  readonly entry: T;
  /** Plain text. */
  readonly caption: string;
  /** The entry's term; with a number where the entry shows more figures. */
  readonly title: string;
}

/** One for each figure, in the order of the entries. */
export function embeddedFigures<T extends Text>(entries: readonly T[]): EmbeddedFigure<T>[] {
  const homes = new Map<string, T>();
  for (const entry of entries)
    for (const name of figuresIn(entry.body ?? ''))
      if (!homes.has(name) || entry.id === name) homes.set(name, entry);
  return [...homes].map(([name, entry]) => {
    const body = entry.body ?? '';
    const own = figuresIn(body);
    return { name, entry, caption: captionOf(body, name), title: titleOf(entry.data.term, own, name) };
  });
}

const titleOf = (term: string, figures: readonly string[], name: string): string =>
  figures.length > 1 ? `${term}, figure ${figures.indexOf(name) + 1}` : term;

/**
 * What stands between the tags of a figure, on one line, with printed quotation marks as on the entry's page, and
 * without Markdown's links, citations and emphasis.
 */
export function captionOf(body: string, name: string): string {
  const [, inner = ''] = new RegExp(`<Widget\\s+name="${name}"[^>]*>([\\s\\S]*?)</Widget>`).exec(body) ?? [];
  return inner
    .replace(/\s*\[@[^\]]*\]/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+(\S(?:[^*_`]*\S)?)[*_`]+/g, '$1')
    .replace(/(?<=[\p{L}\p{N}])'/gu, '’')
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/\s+/g, ' ')
    .trim();
}
