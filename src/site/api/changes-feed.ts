/** The Atom feed of changes: one item for each entry, as it was last reviewed. */

import { Feed } from 'feed';
import { absolute } from '../address.ts';
import type { GlossaryRecord } from './entry-record.ts';

/** How many items a feed holds. */
const most = 60;

export function changesFeed({ name, url, description, licence, updated, entries }: GlossaryRecord): string {
  const feed = new Feed({
    title: name,
    description,
    id: url,
    link: url,
    language: 'en',
    updated: new Date(updated),
    copyright: licence,
    feedLinks: { atom: absolute('/changes.xml') },
    author: { name },
  });
  const latest = [...entries].sort((a, b) => b.reviewed.localeCompare(a.reviewed)).slice(0, most);
  for (const { term, url: link, definition, reviewed, version } of latest) {
    const date = new Date(reviewed);
    // A new version is a new item, so that readers see it.
    feed.addItem({ title: term, id: `${link}#version-${version}`, link, description: definition, date });
  }
  return feed.atom1();
}
