/** Events as an ordered list with their links: for paper, for pages without script, and for who would rather read. */

import { escaped } from '../kit/series.ts';
import { dateText, kinds, laneOf, lanes, type TimelineEvent, type Winter } from './events.ts';

/** Address of a path below the site's own, which Vite knows. */
const address = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;

const sourceAddress = (key: string): string => address(`bibliography/#${key}`);

/** Inside a frame of another page the links lead out of it. */
const link = (href: string, text: string): string =>
  `<a href="${escaped(href)}" target="_top">${escaped(text)}</a>`;

const sourceLinks = (sources: TimelineEvent['sources']): string =>
  Object.entries(sources)
    .map(([key, name]) => link(sourceAddress(key), name))
    .join('; ');

/** "Source: Rosenblatt 1957. Entries: Perceptron." */
export function linksMarkup({ sources, entries }: Pick<TimelineEvent, 'sources' | 'entries'>): string {
  const terms = Object.entries(entries).map(([id, term]) => link(address(`${id}/`), term));
  const named = Object.keys(sources).length > 1 ? 'Sources' : 'Source';
  return (
    `${named}: ${sourceLinks(sources)}.` +
    (terms.length > 0 ? ` ${terms.length > 1 ? 'Entries' : 'Entry'}: ${terms.join(', ')}.` : '')
  );
}

export interface ListOptions {
  /** Of the heading or caption that says what the list is of; its own words otherwise. */
  readonly label?: string;
  /** Gives each event an address of its own on the page. */
  readonly anchored?: boolean;
}

export function listMarkup(
  events: readonly TimelineEvent[],
  { label, anchored = false }: ListOptions = {},
): string {
  const items = events.map((event) => {
    const anchor = anchored ? ` id="event-${event.id}"` : '';
    return (
      `<li${anchor} data-lane="${laneOf(event)}"><span class="timeline-date"><time datetime="${event.date}">${dateText(event)}</time></span>` +
      `<div><p><strong>${escaped(event.title)}.</strong> ${escaped(event.text)}</p>` +
      `<p class="timeline-links"><span class="timeline-kind series-${lanes[laneOf(event)].number}">${kinds[event.kind].title}</span> ${linksMarkup(event)}</p></div></li>`
    );
  });
  return `<ol class="timeline-list" role="list"${label ? ` aria-label="${escaped(label)}"` : ''}>${items.join('')}</ol>`;
}

export const wintersMarkup = (winters: readonly Winter[]): string =>
  `<dl class="timeline-winters">${winters
    .map(
      ({ name, text, sources }) =>
        `<div><dt>${escaped(name)}</dt><dd>${escaped(text)} <span class="timeline-links">${linksMarkup({ sources, entries: {} })}</span></dd></div>`,
    )
    .join('')}</dl>`;
