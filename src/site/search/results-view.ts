/** What the search dialog shows: results, and groups of terms where there is nothing to find. */

import type { Answer } from './combine.ts';
import type { NamedEntry } from './names.ts';
import { type Found, isNamedBy, matchingAlias } from './ranking.ts';

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

export function resultItem(result: Found, query: string): HTMLLIElement {
  const kind = [result.category, ...(result.figure ? ['with a figure'] : [])].join(', ');
  const title = make('span', 'search-title', make('strong', '', result.title));
  const alias = matchingAlias(result, query);
  if (alias) title.append(' ', make('span', 'search-alias', `also called ${alias}`));
  title.append(' ', make('span', 'search-kind', kind));
  const link = make('a', 'search-result', title);
  link.href = result.url;
  const excerpt = make('span', 'search-excerpt');
  if (isNamedBy(result, query) || !result.excerpt) excerpt.textContent = result.summary;
  // Pagefind escapes the text and adds only <mark>.
  else excerpt.innerHTML = passage(result.excerpt);
  link.append(excerpt);
  return make('li', '', link, ...(result.parts?.length ? [partLinks(result.parts)] : []));
}

/** A piece of text as Pagefind cuts it, with signs where it was cut; equations have left a space before the comma. */
export function passage(excerpt: string): string {
  const text = excerpt.replace(/ +([,.;:)])/g, '$1').trim();
  const start = /^(<mark>)?\p{Lu}/u.test(text) ? '' : '… ';
  return `${start}${text}${/[.!?](<\/mark>)?$/.test(text) ? '' : ' …'}`;
}

/** The parts of the entry in which the words stand. */
function partLinks(parts: NonNullable<Found['parts']>): HTMLElement {
  const links = parts.map(({ url, title }) => {
    const link = make('a', 'search-part', title);
    link.href = url;
    return link;
  });
  return make(
    'span',
    'search-parts',
    'In ',
    ...links.flatMap((link, i) => (i === 0 ? [link] : [', ', link])),
  );
}

/** A heading and links to some entries; nothing where there are none. */
export function termGroup(label: string, entries: readonly NamedEntry[], base: string): HTMLElement[] {
  if (entries.length === 0) return [];
  const items = entries.map(({ id, title }) => {
    const link = make('a', 'search-term', title);
    link.href = `${base}${id}/`;
    return make('li', '', link);
  });
  return [make('section', '', make('h2', 'label', label), make('ul', '', ...items))];
}

/** The sentence above the results, which a screen reader announces. */
export function summary({ total, guessed, nearest }: Answer, visible: number, query: string): string {
  if (total === 0 && query === '') return 'No entry passes these filters.';
  if (total === 0)
    return `Nothing found for “${query}”.${nearest.length > 0 ? ' These names come nearest.' : ''}`;
  const results = `${total} ${total === 1 ? 'result' : 'results'}`;
  const count = total > visible ? `${results}, the first ${visible} shown` : results;
  return guessed ? `Nothing is called “${query}”. ${count}, similar names first` : count;
}
