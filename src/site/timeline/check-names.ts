/** Holds the names that the timeline drops to what there is: sources of the bibliography, entries and their terms. */

import type { Timeline } from '../../widgets/timeline/events.ts';
import { didYouMean } from '../nearest-name.ts';

interface Named {
  readonly id: string;
  readonly data: { readonly term: string; readonly aliases: readonly string[] };
}

/**
 * @throws Error with one line for each unknown source or entry, and for each entry under a name that it does not have
 */
export function checkNames(
  { winters, events }: Timeline,
  sources: readonly string[],
  entries: readonly Named[],
): void {
  const ids = entries.map(({ id }) => id);
  const wrong: string[] = [];
  const complain = (id: string, field: string, what: string) =>
    wrong.push(`content/timeline.json: "${id}": ${field}: ${what}`);
  for (const { id, sources: cited } of [...winters, ...events])
    for (const key of Object.keys(cited))
      if (!sources.includes(key))
        complain(id, 'sources', `"${key}" is not in content/sources.bib.${didYouMean(key, sources)}`);
  for (const { id, entries: named } of events)
    for (const [slug, term] of Object.entries(named)) {
      const entry = entries.find((one) => one.id === slug);
      if (!entry) complain(id, 'entries', `there is no entry "${slug}".${didYouMean(slug, ids)}`);
      else if (![entry.data.term, ...entry.data.aliases].includes(term))
        complain(id, 'entries', `the entry "${slug}" is called "${entry.data.term}", not "${term}"`);
    }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
