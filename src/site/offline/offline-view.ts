/** Lines of the page that says what this device keeps. */

import { type KindSum, sizeText } from './file-list.ts';
import type { Kind } from './kinds.ts';

const names: Readonly<Record<Kind, string>> = {
  page: 'Pages',
  asset: 'Scripts, styles and fonts',
  search: 'Search index',
  model: 'Models',
  runtime: 'Runtime',
  picture: 'Pictures',
};

export function kindRow({ kind, count, size }: KindSum): HTMLElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = names[kind];
  const cells = [String(count), sizeText(size)].map((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    return cell;
  });
  row.append(head, ...cells);
  return row;
}

/** @param title what the page calls itself, if the list of files could be had */
export function pageItem(path: string, address: string, title: string | undefined): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title ?? `/${path}`;
  item.append(link);
  if (title) {
    const place = document.createElement('span');
    place.textContent = `/${path}`;
    item.append(' ', place);
  }
  return item;
}
