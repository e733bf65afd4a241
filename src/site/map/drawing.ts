/** What the drawings of the map share: their measures, their arrow, a name that is a link, lines of a long name. */

import { escaped } from '../api/sitemap.ts';
import type { Term } from '../term-list.ts';
import { isDirected, type Kind } from './relations.ts';

/** In the drawing's units, which are CSS pixels at full size. */
export const size = { font: 14, letter: 6.9, row: 26, line: 17 };

/** The width at which a drawing fits a phone of 390 px. */
export const phoneWidth = 340;

export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** The arrow's name must differ between the drawings of a page: a hidden drawing's arrow is not drawn. */
export const arrow = (name: string): string =>
  `<marker id="${name}" class="map-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>`;

/** @param arrowName of `arrow`; relations that work both ways have none */
export const line = (kind: Kind, path: string, arrowName: string): string =>
  `<path class="map-line map-${kind}" d="${path}"${isDirected(kind) ? ` marker-end="url(#${arrowName})"` : ''}/>`;

/** A name of at most `letters` in one line, a longer one in two of about equal length. */
export function lines(name: string, letters: number): string[] {
  if (name.length <= letters) return [name];
  const breaks = [...name.matchAll(/ /g)].map(({ index }) => index + 1);
  const middle = breaks.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return middle ? [name.slice(0, middle).trim(), name.slice(middle)] : [name];
}

export interface Place {
  readonly x: number;
  /** The middle of the name. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string;
}

export function text(words: readonly string[], { x, y, anchor = 'start', className }: Place): string {
  const top = y - ((words.length - 1) * size.line) / 2;
  const spans = words.map(
    (word, i) =>
      `<tspan x="${short(x)}" y="${short(top + i * size.line)}" dy="0.35em">${escaped(word)}</tspan>`,
  );
  return `<text${className ? ` class="${className}"` : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${spans.join(' ')}</text>`;
}

/** A name that leads to its entry, with a ground that makes it as easy to hit as a button. */
export function name({ data }: Term, words: readonly string[], place: Place, link: string): string {
  const width = Math.max(...words.map((word) => word.length)) * size.letter + 8;
  const height = size.row + (words.length - 1) * size.line;
  const left = place.x - { start: 4, middle: width / 2, end: width - 4 }[place.anchor ?? 'start'];
  const label = words.length > 1 ? ` aria-label="${escaped(data.term)}"` : '';
  return (
    `<a href="${escaped(link)}"${label}><rect class="map-ground" x="${short(left)}" y="${short(place.y - height / 2)}" ` +
    `width="${short(width)}" height="${short(height)}"/>${text(words, place)}</a>`
  );
}

export const drawing = (
  { width, height, label, className }: { width: number; height: number; label: string; className: string },
  content: string,
): string =>
  `<svg class="map-drawing ${className}" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" ` +
  `height="${short(height)}" font-size="${size.font}" role="group" aria-label="${escaped(label)}">${content}</svg>`;
