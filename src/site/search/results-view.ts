/** What the search dialog shows: results, and lines of terms where there is nothing to find. */

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
  const link = make('a', 'search-result', make('strong', '', result.title));
  link.href = result.url;
  const alias = matchingAlias(result, query);
  if (alias) link.append(' ', make('span', 'search-alias', `also called ${alias}`));
  const excerpt = make('span', 'search-excerpt');
  if (isNamedBy(result, query) || !result.excerpt) excerpt.textContent = result.summary;
  // Pagefind escapes the text and adds only <mark>.
  else excerpt.innerHTML = result.excerpt;
  link.append(excerpt);
  return make('li', '', link, ...(result.parts?.length ? [partLinks(result.parts)] : []));
}

/** The parts of the entry in which the words stand. */
function partLinks(parts: NonNullable<Found['parts']>): HTMLElement {
  const links = parts.map(({ url, title }) => {
    const link = make('a', '', title);
    link.href = url;
    return link;
  });
  return make('span', 'search-parts', 'In ', ...between(links));
}

/** "Suggested: Perceptron, Training" */
export function termLine(label: string, entries: readonly NamedEntry[], base: string): HTMLElement[] {
  if (entries.length === 0) return [];
  const links = entries.map(({ id, title }) => {
    const link = make('a', 'search-term', title);
    link.href = `${base}${id}/`;
    return link;
  });
  return [make('p', '', make('span', 'search-alias', `${label}: `), ...between(links))];
}

const between = (links: HTMLElement[]): (HTMLElement | string)[] =>
  links.flatMap((link, i) => (i === 0 ? [link] : [', ', link]));

export function summary(total: number, visible: number, query: string): string {
  if (total === 0) return `Nothing found for “${query}”.`;
  const entries = `${total} ${total === 1 ? 'entry' : 'entries'}`;
  return total > visible ? `${entries}, the first ${visible} shown` : entries;
}
