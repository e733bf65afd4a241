/** The timeline, checked against its schema, the bibliography and the entries; a mistake stops the build. */

import { getCollection } from 'astro:content';
import type { Timeline } from '../../widgets/timeline/events.ts';
import { checkedTimeline } from '../../widgets/timeline/schema.ts';
import { loadEntries } from '../entries.ts';
import { readProjectFile } from '../project-files.ts';
import { checkNames } from './check-names.ts';

/** @throws Error that names the file, the event and the field */
export async function loadTimeline(): Promise<Timeline> {
  const timeline = checkedTimeline(JSON.parse(String(await readProjectFile('content/timeline.json'))));
  const sources = (await getCollection('sources')).map(({ id }) => id);
  checkNames(timeline, sources, await loadEntries());
  return timeline;
}

/** Keys of all sources that it cites. */
export const timelineSources = ({ winters, events }: Timeline): Set<string> =>
  new Set([...winters, ...events].flatMap(({ sources }) => Object.keys(sources)));
